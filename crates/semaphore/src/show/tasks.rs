//! The steps, on tasks.

use std::process::ExitCode;

use flags::{Run, Setup};
use tokio::runtime::Builder;

use super::words;
use crate::{ASYNC, r#async, channel, pool};

/// Runs the step that the command line asks for, on tasks.
///
/// # Errors
///
/// If the system refuses what the step needs, or nobody reads the
/// output.
pub fn show_tasks() -> anyhow::Result<ExitCode> {
    let mut runtime = Builder::new_current_thread();
    let runtime = runtime.enable_all().build()?;
    let setup = Setup::begin(&ASYNC, flag_server::embed)?;
    runtime.block_on(show(setup))
}

async fn show(setup: Setup) -> anyhow::Result<ExitCode> {
    let mut run = setup.run()?;
    let Run { job, report, step, .. } = &mut run;
    match step.name {
        "pool" => pool::r#async::download_many(job, report).await,
        "channel" => {
            channel::r#async::download_many(job, report).await
        }
        _ => r#async::download_many(job, report).await,
    };
    let job = run.job.clone();
    run.end_with(|seen| words::at_once(&job, seen))
}
