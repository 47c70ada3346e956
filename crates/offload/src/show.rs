//! Runs a step and tells what was seen.

use std::process::ExitCode;

use flags::Counts;
use lesson::{exit, output, say};

use crate::{Millis, Plan, Seen, gaps, versions, words};

pub mod backpressure;
mod encode;
mod forgotten;
mod verdict;

/// Runs the step of `plan`, tells what was seen, and returns the
/// exit code that says so, too.
///
/// # Errors
///
/// If a server inside does not start, or the encoder refuses an
/// image.
pub fn run(plan: &Plan) -> anyhow::Result<ExitCode> {
    say!("{}", words::who(plan.unit));
    let counts = match plan.step.name {
        "forgotten" => forgotten::show(plan)?,
        "backpressure" => backpressure::show(plan)?,
        "encode" => encode::show(plan)?,
        _ => beside_heartbeat(plan)?,
    };
    output::say_debug_notice();
    plan.recording.end()?;
    let failed = counts.iter().any(|it| it.error > 0 || it.ok == 0);
    Ok(ExitCode::from(if failed { exit::SOME_FAILED } else { 0 }))
}

/// Says what is downloaded, and what it is saved on.
fn begin(plan: &Plan) {
    say!("{}", plan.source(plan.count()));
    say!("{}", plan.disk_text());
    say!();
}

/// Runs the versions of the step, each with `count` downloads.
fn compare(plan: &Plan, count: usize) -> anyhow::Result<Vec<Seen>> {
    let versions = versions::compared(plan).iter();
    let run = |version| Ok(plan.trial(count)?.run(version));
    versions.copied().map(run).collect()
}

fn counts(runs: &[Seen]) -> Vec<Counts> {
    runs.iter().map(|seen| seen.told.counts).collect()
}

/// Runs the versions of the step, and shows the heartbeat of each
/// beside an idle one.
fn beside_heartbeat(plan: &Plan) -> anyhow::Result<Vec<Counts>> {
    begin(plan);
    let idle = plan.trial(1)?.run(versions::idle(plan.unit)).gaps;
    let longest = Millis(idle.longest());
    say!("idle: longest gap {longest}, while nothing is saved");
    let mut runs = Vec::new();
    for version in versions::compared(plan) {
        let seen = plan.trial(plan.count())?.run(*version);
        words::say_run(plan, &seen);
        runs.push(seen);
    }
    let mut columns = vec![("idle", &idle)];
    columns.extend(runs.iter().map(|seen| (seen.name, &seen.gaps)));
    let tick = Millis(plan.tick());
    say!("\nBetween two ticks of the heartbeat, one each {tick}:");
    output::write(format_args!("{}\n", gaps::histogram(&columns)));
    let told = [
        Some(verdict::heartbeats(plan, &runs)),
        verdict::blocked_sends(plan, &runs),
        verdict::times(plan, &runs),
    ];
    let told: Vec<_> = told.into_iter().flatten().collect();
    words::say_wrapped(&told.join(" "));
    Ok(counts(&runs))
}
