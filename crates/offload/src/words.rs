//! What is said before and after a run.

use flags::{Unit, report::Failure};
use lesson::say;

use crate::{Plan, Seen, spread::Spread};

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
    for line in textwrap::wrap(text, WIDTH) {
        say!("{line}");
    }
}
