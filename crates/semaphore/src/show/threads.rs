//! The steps, on threads.

use std::process::ExitCode;

use flags::{Run, Setup};

use super::words;
use crate::{THREAD, channel, pool, thread};

/// Runs the step that the command line asks for, on threads.
///
/// # Errors
///
/// If the system refuses what the step needs, or nobody reads the
/// output.
pub fn show_threads() -> anyhow::Result<ExitCode> {
    let setup = Setup::begin(&THREAD, flag_server::embed)?;
    let mut run = setup.run()?;
    let Run { job, report, step, .. } = &mut run;
    match step.name {
        "pool" => pool::thread::download_many(job, report),
        "channel" => channel::thread::download_many(job, report),
        _ => thread::download_many(job, report),
    };
    let job = run.job.clone();
    run.end_with(|seen| words::at_once(&job, seen))
}
