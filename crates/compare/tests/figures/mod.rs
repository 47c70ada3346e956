//! Makes outcomes of given figures.

use std::time::Duration;

use compare::{
    accounts::Costs,
    child::Said,
    job::Job,
    outcome::{Measured, Outcome, Run},
    version::Version,
};
use flag_server::Stats;

/// A run that got all of 20 flags: wall time in seconds, CPU time
/// in ms, memory in MiB.
pub(crate) fn run(wall_s: f64, cpu_ms: u64, mib: u64) -> Run {
    let mut server = Stats::default();
    server.delay_ms.mean = 250.0;
    Run {
        said: Said {
            asked: 20,
            ok: 20,
            not_found: 0,
            error: 0,
            wall_s,
            failures: Vec::new(),
        },
        costs: Costs {
            cpu: Some(Duration::from_millis(cpu_ms)),
            peak_memory_bytes: Some(mib << 20),
            peak_threads: Some(6),
            context_switches: Some(40),
        },
        server,
    }
}

/// What came of versions with these runs.
pub(crate) fn outcome(versions: &[(Version, &[Run])]) -> Outcome {
    let rounds = versions.iter().map(|(_, runs)| runs.len()).max();
    let job = Job {
        flags: 20,
        max_req: 5,
        delay: Duration::from_millis(250),
        rounds: rounds.unwrap_or(0) as u32,
        save: true,
        versions: versions.iter().map(|(it, _)| *it).collect(),
    };
    let measured =
        versions.iter().map(|(version, runs)| Measured {
            version: *version,
            runs: runs.to_vec(),
            problems: Vec::new(),
        });
    Outcome {
        job,
        measured: measured.collect(),
        differences: Some(Vec::new()),
    }
}
