//! Runs a step, and says what was seen.

use std::process::ExitCode;

use clients::{asynchronous, blocking};
use flags::{Code, Counts, DownloadStatus, Setup};
use lesson::{exit, output, say};

use crate::{
    Error, Flag, Log, r#async,
    get::{Remote, Watched},
    heart,
    log::Row,
    thread,
};

/// Runs the step that was chosen, on threads.
///
/// # Errors
///
/// If the system refuses what the step needs.
pub fn show_threads(setup: Setup) -> anyhow::Result<ExitCode> {
    let client = blocking::Client::new(&setup.job);
    let client = Remote { client, site: setup.job.site.clone() };
    let every = setup.args.duration("heartbeat");
    each(&setup, |log, code| {
        let client =
            Watched { inner: client.clone(), log: log.clone() };
        heart::thread::beside(log, every, || {
            thread::three_stages(&client, code)
        })
    })
}

/// Runs the step that was chosen, on tasks.
///
/// # Errors
///
/// If the system refuses what the step needs.
pub fn show_tasks(setup: Setup) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let client = asynchronous::Client::new(&setup.job);
    let client = Remote { client, site: setup.job.site.clone() };
    let every = setup.args.duration("heartbeat");
    each(&setup, |log, code| {
        let client =
            Watched { inner: client.clone(), log: log.clone() };
        runtime.block_on(heart::r#async::beside(
            log,
            every,
            r#async::three_stages(&client, code),
        ))
    })
}

fn each(
    setup: &Setup,
    run: impl Fn(&Log, Code) -> Result<Flag, Error>,
) -> anyhow::Result<ExitCode> {
    let log = Log::shown();
    say!("{}", Row::HEAD);
    for code in setup.args.codes() {
        match run(&log, code) {
            Ok(flag) => say!("{flag}"),
            Err(error) => {
                say!("error for {code}: {}", error.chain())
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
