//! What is said before and after a run.

use std::{fmt, time::Duration};

use flags::{Unit, report::Failure};
use lesson::say;

use crate::{Gaps, Millis, Plan, Seen, gaps::millis};

/// Failures that are told with their causes.
const TOLD: usize = 2;

/// The columns of a terminal.
const WIDTH: usize = 80;

/// Says who runs the units of a half.
pub(crate) fn who(unit: Unit) -> &'static str {
    match unit {
        Unit::Thread => {
            "Threads, run by the operating system; one of them is \
             the heartbeat."
        }
        _ => {
            "Current-thread runtime (tokio): one thread runs all \
             tasks and the heartbeat."
        }
    }
}

/// Says in a line what a run came to, and which downloads failed.
pub(crate) fn say_run(plan: &Plan, seen: &Seen) {
    let counts = seen.told.counts;
    let not_found = match counts.not_found {
        0 => String::new(),
        count => format!("{count} not found, "),
    };
    let each = match plan.disk_delay {
        None => each_save(seen),
        Some(_) => String::new(),
    };
    say!(
        "{}: {} saved, {not_found}{} failed, in {:.2} s{each}",
        seen.name,
        counts.ok,
        counts.error,
        seen.told.wall.as_secs_f64(),
    );
    say_failures(&seen.failures, counts.error);
}

/// Says how long an image was held: as long as its save took.
fn each_save(seen: &Seen) -> String {
    Spread::of(&seen.held.times)
        .map_or_else(String::new, |spread| {
            format!("; a save took {spread}")
        })
}

/// The median of durations, the shortest and the longest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    pub(crate) median: Duration,
    pub(crate) min: Duration,
    pub(crate) max: Duration,
}

impl Spread {
    /// Returns that of `times`; none of nothing.
    pub(crate) fn of(times: &[Duration]) -> Option<Self> {
        let mut times = times.to_vec();
        times.sort_unstable();
        let (min, max) = (*times.first()?, *times.last()?);
        Some(Self { median: times[times.len() / 2], min, max })
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let median = Millis(self.median);
        let [min, max] = [self.min, self.max].map(millis);
        f.pad(&format!("{median} ({min}-{max})"))
    }
}

fn say_failures(failures: &[Failure], count: usize) {
    for Failure { cc, error } in failures.iter().take(TOLD) {
        say!("  error for {cc}: {error}");
    }
    if count > TOLD {
        say!("  and {} more errors", count - TOLD);
    }
}

/// Prints `text`, broken into lines that fit a terminal.
pub(crate) fn say_wrapped(text: &str) {
    let mut line = String::new();
    for word in text.split(' ') {
        let length = line.chars().count() + word.chars().count();
        if !line.is_empty() && length >= WIDTH {
            say!("{line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    say!("{line}");
}

/// Says whom the writes kept waiting.
pub(crate) fn heartbeats(
    plan: &Plan,
    idle: &Gaps,
    runs: &[Seen],
) -> String {
    let limit = limit(plan, idle);
    let (still, going): (Vec<&Seen>, Vec<&Seen>) =
        runs.iter().partition(|it| it.gaps.longest() >= limit);
    let after = one_after_the_other(plan, &still);
    let (still, going) = (named(&still), named(&going));
    let by_threads = plan.unit == Unit::Thread;
    match (still.is_empty(), going.is_empty()) {
        (true, _) if by_threads => format!(
            "The heartbeat went on: longest gap {going}. A thread \
             that waits for the disk keeps no other one waiting: \
             threads win here, each may save for itself."
        ),
        (true, _) => format!(
            "The heartbeat went on: longest gap {going}. A disk as \
             quick as this one hides who waits for it."
        ),
        _ if by_threads => format!(
            "A gap of {still}, though no thread waits for another \
             one here: this machine was busy."
        ),
        (_, true) => format!(
            "The heartbeat stood still for up to {still}: while the \
             only thread waited for the disk, no task ran.{after}"
        ),
        _ => format!(
            "The heartbeat stood still for up to {still}: while the \
             only thread waited for the disk, no task ran.{after} \
             It went on where other threads waited: {going}."
        ),
    }
}

/// Says why a gap can be longer than a write, if one was.
fn one_after_the_other(plan: &Plan, runs: &[&Seen]) -> String {
    let gaps = runs.iter().map(|seen| seen.gaps.longest());
    match (plan.disk_delay, gaps.max()) {
        (Some(write), Some(gap)) if gap >= write * 2 => format!(
            " That is more than one write ({}): tasks that had \
             their flags wrote one after the other.",
            Millis(write)
        ),
        _ => String::new(),
    }
}

/// Lists the longest gaps, with the versions in which they were.
fn named(runs: &[&Seen]) -> String {
    let gaps = runs.iter().map(|seen| {
        let gap = Millis(seen.gaps.longest());
        format!("{gap} ({})", seen.name)
    });
    gaps.collect::<Vec<_>>().join(", ")
}

/// Returns from which gap on the heartbeat stands still: one as
/// long as a write, and clearly longer than an idle one.
fn limit(plan: &Plan, idle: &Gaps) -> Duration {
    let write = plan.disk_delay.unwrap_or_default();
    write.max(idle.longest()).max(plan.tick() * 2)
}

/// Says what the versions of the step took, where that is worth a
/// word.
pub(crate) fn times(plan: &Plan, runs: &[Seen]) -> Option<String> {
    let wall = |seen: &Seen| seen.told.wall.as_secs_f64();
    let last = runs.last()?;
    let (first, took) = (runs.first()?, wall(last));
    match plan.step.name {
        "pool" => {
            let how = match plan.unit {
                Unit::Thread => "two threads wait for each write",
                _ => "the writes wait side by side",
            };
            Some(format!(
                "It took {:.2} s {}, {took:.2} s by {}: there {how}.",
                wall(first),
                first.name,
                last.name,
            ))
        }
        "writer" => plan.disk_delay.map(|delay| {
            format!(
                "The writer writes one image after the other, {} \
                 times {}: {took:.2} s in all.",
                last.disk.asked,
                Millis(delay)
            )
        }),
        "fs" if plan.unit == Unit::Task => {
            let median = |seen: &Seen| {
                let spread = Spread::of(&seen.held.times)?;
                let median = Millis(spread.median);
                Some(format!("{median} by {}", seen.name))
            };
            let medians: Vec<_> =
                runs.iter().filter_map(median).collect();
            Some(format!(
                "A save took {} (medians). tokio::fs goes to the \
                 pool and back for each of four calls, \
                 spawn_blocking once for all four.",
                medians.join(", ")
            ))
        }
        _ => None,
    }
}
