//! `--json`: the report for other programs.

use flag_server::Stats;
use serde::Serialize;

use crate::{
    figures::Figures,
    job::Job,
    outcome::{Measured, Outcome},
    rounds::Spread,
    version::Version,
};

/// The whole of it. What is not known is `null`.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    flags: u64,
    max_req: u64,
    delay_ms: u64,
    rounds: u32,
    /// Nothing if flags were not saved, or by one version only.
    identical: Option<bool>,
    versions: Vec<VersionReport>,
}

/// One version: what it cost, and downloads in the worst round.
#[derive(Clone, Debug, Serialize)]
struct VersionReport {
    version: Version,
    ok: u64,
    not_found: u64,
    error: u64,
    #[serde(flatten)]
    figures: FiguresReport,
    ideal_s: Option<f64>,
    /// Of the last round.
    server: Option<Stats>,
}

/// What one program cost: medians over the rounds where no spread
/// is given, peaks over all rounds.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FiguresReport {
    wall_s: Option<Spread>,
    cpu_s: Option<Spread>,
    peak_memory_bytes: Option<u64>,
    peak_threads: Option<u64>,
    context_switches: Option<u64>,
}

impl FiguresReport {
    /// Returns the report of `figures`.
    pub(crate) fn of(figures: &Figures) -> Self {
        let peak = |spread: Spread| spread.max as u64;
        let median = |spread: Spread| spread.median as u64;
        Self {
            wall_s: figures.wall_s,
            cpu_s: figures.cpu_s,
            peak_memory_bytes: figures.memory_bytes.map(peak),
            peak_threads: figures.threads.map(peak),
            context_switches: figures.switches.map(median),
        }
    }
}

impl Report {
    /// Returns the report of `outcome`.
    pub fn of(outcome: &Outcome) -> Self {
        let job = &outcome.job;
        let versions = outcome.measured.iter();
        Self {
            flags: job.flags,
            max_req: job.max_req,
            delay_ms: job.delay_ms(),
            rounds: job.rounds,
            identical: outcome.is_identical(),
            versions: versions
                .map(|measured| VersionReport::of(measured, job))
                .collect(),
        }
    }
}

impl VersionReport {
    fn of(measured: &Measured, job: &Job) -> Self {
        let worst = measured.worst().map(|run| &run.said);
        let last = measured.runs.last();
        Self {
            version: measured.version,
            ok: worst.map_or(0, |said| said.ok),
            not_found: worst.map_or(0, |said| said.not_found),
            error: worst.map_or(job.flags, |said| said.error),
            figures: FiguresReport::of(&measured.figures()),
            ideal_s: measured.ideal_s(job),
            server: last.map(|run| run.server.clone()),
        }
    }
}
