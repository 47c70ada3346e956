//! Runs of `compare`, which runs the downloads.

use std::{
    collections::BTreeMap,
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::model::Cost;

/// What is run, in place of ours.
#[derive(Clone, Debug, Default)]
pub(crate) struct Compare {
    /// The program, if cargo is not to build and run it.
    pub(crate) program: Option<PathBuf>,
}

/// What the programs are asked to do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Job {
    pub(crate) requests: u32,
    pub(crate) concurrency: u32,
    pub(crate) delay_ms: u32,
    /// The versions that do it, as `compare` names them.
    pub(crate) only: &'static str,
}

/// A job is tried so often.
const TRIES: u32 = 3;

/// All versions.
pub(crate) const ALL: &str =
    "sequential,thread,async,raw_thread,raw_async";

/// All that do several at once: one by one takes long.
pub(crate) const SEVERAL: &str =
    "thread,async,raw_thread,raw_async";

/// What a version came to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) cost: Cost,
    /// How long its server waited, on average, in seconds.
    pub(crate) delay: f64,
}

/// The part of `compare --json` that is read here.
#[derive(Deserialize)]
struct Report {
    versions: Vec<Version>,
}

#[derive(Deserialize)]
struct Version {
    version: String,
    ok: u64,
    wall_s: Option<Median>,
    cpu_s: Option<Median>,
    peak_memory_bytes: Option<u64>,
    ideal_s: Option<f64>,
}

#[derive(Deserialize)]
struct Median {
    median: f64,
}

impl Compare {
    /// Runs the versions of `job`, `rounds` times.
    ///
    /// A program that ends before the system was asked for its
    /// memory is run again, with the others.
    ///
    /// # Errors
    ///
    /// If a download fails, or the system tells no memory or no
    /// CPU time.
    pub(crate) fn run(
        &self,
        job: Job,
        rounds: u32,
    ) -> Result<BTreeMap<String, Measured>> {
        let mut told = self.run_once(job, rounds);
        for _ in 1..TRIES {
            if told.is_ok() {
                break;
            }
            told = self.run_once(job, rounds);
        }
        told
    }

    fn run_once(
        &self,
        job: Job,
        rounds: u32,
    ) -> Result<BTreeMap<String, Measured>> {
        let Job { requests, concurrency, delay_ms, only } = job;
        let output = self
            .command()
            .args(["--json", "--no-save", "--only", only])
            .args(["--count", &requests.to_string()])
            .args(["--max-req", &concurrency.to_string()])
            .args(["--delay", &delay_ms.to_string()])
            .args(["--rounds", &rounds.to_string()])
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .context("compare does not start")?;
        ensure!(
            output.status.success(),
            "compare failed: {}",
            output.status
        );
        let report: Report = serde_json::from_slice(&output.stdout)
            .context("compare's report cannot be read")?;
        let versions = report.versions.into_iter();
        let versions = versions.map(|it| {
            let name = it.version.clone();
            let measured = it.measured(job).with_context(|| {
                format!("{name} did not do all, or is not told of")
            })?;
            Ok((name, measured))
        });
        versions.collect()
    }

    fn command(&self) -> Command {
        if let Some(program) = &self.program {
            return Command::new(program);
        }
        let cargo = env::var_os("CARGO");
        let cargo = cargo.unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        let words = ["run", "-q", "--release", "--bin", "compare"];
        command.args(words).arg("--");
        // Of the workspace, wherever we are called.
        command.current_dir(crate::root());
        command
    }
}

impl Version {
    fn measured(self, job: Job) -> Option<Measured> {
        let requests = job.requests;
        let turns = match self.version.as_str() {
            "sequential" => requests,
            _ => requests.div_ceil(job.concurrency),
        };
        let cost = Cost {
            wall: self.wall_s?.median,
            cpu: self.cpu_s?.median,
            memory: self.peak_memory_bytes? as f64,
        };
        let delay = self.ideal_s? / f64::from(turns);
        let all = self.ok == u64::from(requests);
        all.then_some(Measured { cost, delay })
    }
}
