//! What the heartbeats say of the versions of a step.

use std::time::Duration;

use flags::Unit;

use crate::{Millis, Plan, Seen, spread::Spread};

/// Why a thread may save for itself.
const THREADS_WIN: &str = "A thread that waits for the disk keeps \
    no other one waiting: threads win here, each may save for \
    itself.";

/// Says whom the writes kept waiting.
pub(super) fn heartbeats(plan: &Plan, runs: &[Seen]) -> String {
    // Only a write of several ticks tells whether it went on.
    match plan.disk_delay {
        Some(write) if write >= plan.tick() * 2 => {
            beside_slow_disk(plan, write, runs)
        }
        _ => beside_quick_disk(plan, runs),
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
    let longest = runs.iter().map(|seen| seen.gaps.longest()).max();
    let why = match plan.unit {
        Unit::Thread if waited => {
            "No thread waits for another one here: this machine \
             was busy."
        }
        Unit::Thread => THREADS_WIN,
        _ if !waited => "The only thread waited for no write.",
        _ => {
            "While the only thread waits for the disk, no task \
             runs."
        }
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
        "Writes without a tick of the heartbeat: {silent}. \
         {why}{more}"
    )
}

fn beside_quick_disk(plan: &Plan, runs: &[Seen]) -> String {
    let longest = |seen: &Seen| seen.gaps.longest();
    let gaps = list(runs, |it| Millis(longest(it)).to_string());
    let late = |seen| longest(seen) >= plan.tick() * 2;
    let why = match plan.unit {
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

/// Says what the versions of the step took, where that is worth a
/// word.
pub(super) fn times(plan: &Plan, runs: &[Seen]) -> Option<String> {
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
                "It took {:.2} s {}, {took:.2} s by {}: there \
                 {how}.",
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
