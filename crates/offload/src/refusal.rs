//! What some steps do not honour, and therefore refuse.

use std::{ops::RangeInclusive, process, time::Duration};

use flags::{Program, args::Args};
use lesson::{Step, exit};

use crate::program::DISK_DELAY;

/// As many threads as the pool of tokio has, in both halves.
const PICTURES: usize = 512;

/// How often a heartbeat may tick.
const TICKS: RangeInclusive<Duration> =
    Duration::from_micros(100)..=Duration::from_secs(1);

/// Ends the process with wrong usage if the command line has an
/// option for which the step has no use.
pub(crate) fn check(program: &Program, args: &Args, step: Step) {
    let Some(why) = refusal(args, step) else { return };
    eprintln!("error: {why}\n");
    eprintln!("Usage: {} [OPTIONS] [CC]...\n", program.name);
    eprintln!("For more information, try '--help'.");
    process::exit(exit::USAGE.into())
}

fn refusal(args: &Args, step: Step) -> Option<String> {
    let values = args.values();
    let (real, step) = (values.switch("real"), step.name);
    let why = match step {
        "encode" => "the step encode saves nothing",
        "fs" => "the step fs uses the real file system",
        _ => "--real uses the real file system",
    };
    let is_slow = !real && step != "fs" && step != "encode";
    let refused =
        |option: &str| Some(format!("{why}; leave out {option}"));
    let tick = values.duration("tick");
    if step == "encode" && real {
        refused("--real")
    } else if !is_slow && values.count("disk-fail") > 0 {
        refused("--disk-fail")
    } else if !is_slow
        && values.duration("disk-delay") != DISK_DELAY
    {
        refused("--disk-delay")
    } else if values.count("pictures") > PICTURES {
        Some(format!("--pictures: at most {PICTURES}"))
    } else if !TICKS.contains(&tick) {
        let (least, most) = (TICKS.start(), TICKS.end());
        Some(format!("--tick: from {least:?} to {most:?}"))
    } else {
        None
    }
}
