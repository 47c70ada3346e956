//! What the heartbeats say of the versions of a step.

use std::time::Duration;

use flags::Unit;

use crate::{
    Millis, Plan, Seen, Version, spread::Spread, versions::tasks,
};

/// Why a thread may save for itself.
const THREADS_WIN: &str = "A thread that waits for the disk keeps \
    no other one waiting: threads win here, each may save for \
    itself.";

/// Why a heartbeat may be late though nobody keeps it waiting.
const LATE: &str = "The heartbeat's thread waits for no other one: \
    the system was late to wake it.";

/// Says whom the writes kept waiting.
pub(super) fn heartbeats(plan: &Plan, runs: &[Seen]) -> String {
    // Only a write of several ticks tells whether it went on.
    match plan.disk_delay {
        Some(write) if write >= plan.tick() * 2 => {
            beside_slow_disk(plan, write, runs)
        }
        Some(write) => format!(
            "A write of {} is shorter than two ticks of {}: whom \
             it keeps waiting cannot be seen. Ask for a shorter \
             --tick, or a longer --disk-delay.",
            Millis(write),
            Millis(plan.tick())
        ),
        None => beside_real_disk(plan, runs),
    }
}

fn beside_slow_disk(
    plan: &Plan,
    write: Duration,
    runs: &[Seen],
) -> String {
    let silent = list(runs, |seen| {
        format!("{} of {}", seen.disk.silent, seen.disk.asked)
    });
    let waited = runs.iter().any(|seen| seen.disk.silent > 0);
    // Of those that write on the only thread, which froze all?
    let here = tasks::DIRECT.name;
    let stopped = |seen: &Seen| {
        let disk = seen.disk;
        seen.name == here && disk.silent == disk.asked
    };
    let longest = runs.iter().map(|seen| seen.gaps.longest()).max();
    let why = match plan.unit {
        Unit::Thread if waited => format!(" {LATE}"),
        Unit::Thread => format!(" {THREADS_WIN}"),
        _ if !waited => {
            " No write kept the only thread waiting.".to_owned()
        }
        _ if runs.iter().any(stopped) => format!(
            " While the only thread writes ({here}), no task runs."
        ),
        _ => String::new(),
    };
    let more = if plan.step.name == "direct"
        && plan.unit == Unit::Task
        && longest >= Some(write * 2)
    {
        " Tasks that have their flags write one after the other, \
         so that a gap can be longer than a write."
    } else {
        ""
    };
    format!(
        "Writes without a tick: {silent}.\
         {why}{more}"
    )
}

fn beside_real_disk(plan: &Plan, runs: &[Seen]) -> String {
    if runs.iter().any(|seen| seen.gaps.is_empty()) {
        return "The run was shorter than a tick of the heartbeat: \
                nothing was seen. Ask for a shorter --tick."
            .to_owned();
    }
    let longest = |seen: &Seen| seen.gaps.longest();
    let gaps = list(runs, |it| Millis(longest(it)).to_string());
    let late = |seen| longest(seen) >= plan.tick() * 2;
    let why = match plan.unit {
        Unit::Thread if runs.iter().any(late) => LATE,
        Unit::Thread => THREADS_WIN,
        _ if runs.iter().any(late) => {
            "This disk, or this machine, is slow enough to be seen."
        }
        _ => "A disk as quick as this one hides who waits for it.",
    };
    format!("Longest gap: {gaps}. {why}")
}

/// Lists what `tell` says of each version.
fn list(runs: &[Seen], tell: impl Fn(&Seen) -> String) -> String {
    let each =
        runs.iter().map(|it| format!("{} ({})", tell(it), it.name));
    each.collect::<Vec<_>>().join(", ")
}

/// Says, of the step `writer` on tasks, what a `send` that blocks
/// comes to: it keeps the only thread for less than a write, so
/// that few writes have no tick, and many gaps are too long.
pub(super) fn blocked_sends(
    plan: &Plan,
    runs: &[Seen],
) -> Option<String> {
    let find = |version: Version| {
        runs.iter().find(|seen| seen.name == version.name)
    };
    let blocks = find(tasks::BLOCKING_SEND)?;
    let awaits = find(tasks::WRITER)?;
    let long = plan.tick() * 3 / 2;
    let [many, few] =
        [blocks, awaits].map(|seen| seen.gaps.at_least(long));
    let [why, end] = match many > few * 2 {
        true => [": all tasks wait for room", ""],
        false => ["", ": not told apart"],
    };
    Some(format!(
        "Gaps from {}: {many} ({}{why}), {few} ({}){end}.",
        Millis(long),
        blocks.name,
        awaits.name
    ))
}

/// Says what the versions of the step took, where that is worth a
/// word.
pub(super) fn times(plan: &Plan, runs: &[Seen]) -> Option<String> {
    let wall = |seen: &Seen| seen.told.wall.as_secs_f64();
    let last = runs.last()?;
    let (first, took) = (runs.first()?, wall(last));
    match plan.step.name {
        "pool" => {
            let how = match plan.unit {
                Unit::Thread => {
                    ": there two threads wait for each write"
                }
                _ if took < wall(first) => {
                    ": there the writes wait side by side"
                }
                _ => "",
            };
            Some(format!(
                "It took {:.2} s {}, {took:.2} s by {}{how}.",
                wall(first),
                first.name,
                last.name,
            ))
        }
        "writer" => plan.disk_delay.map(|delay| {
            format!(
                "One writer, {} times {}: {took:.2} s.",
                last.disk.asked,
                Millis(delay)
            )
        }),
        "fs" if plan.unit == Unit::Task => {
            let medians = list(runs, |seen| {
                let spread = Spread::of(&seen.held.times);
                let median =
                    spread.map_or(Duration::ZERO, |it| it.median);
                Millis(median).to_string()
            });
            Some(format!(
                "Median save: {medians}. tokio::fs goes to the \
                 pool for each of four calls, spawn_blocking once."
            ))
        }
        _ => None,
    }
}
