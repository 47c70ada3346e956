//! Runs a step, and says what was seen.

use std::process::ExitCode;

use anyhow::Context;
use flags::{Outcome, Run, Setup, Unit, server::Embedded};
use lesson::{output, say};
use timeline::{Recording, asynchronous, blocking};

use crate::{
    Again, Taken, r#async, buffered, countdown, intro, joined,
    pending, still, thread, wait,
};

/// Runs a step of the thread half.
///
/// # Errors
///
/// If the step needs the server inside and there is none, nobody
/// reads the output, or a download is unaccounted for.
pub fn show_threads(setup: Setup) -> anyhow::Result<ExitCode> {
    if setup.step.name == "arrival" {
        let mut arrival = Arrival::begin(setup)?;
        let job = arrival.run.job.clone();
        blocking::lane("main", || {
            thread::download_many(&job, |end| arrival.take(end));
        });
        return arrival.end();
    }
    say!("{}", intro::text(&setup, Unit::Thread));
    let (args, server) = (&setup.args, setup.server.as_deref());
    let again = Again::new(&setup.job, server);
    let ahead = args.values().count("ahead");
    let seen = match setup.step.name {
        "wait" => {
            let patience = args.duration("patience");
            wait::summary(&blocking::lane("main", || {
                wait::thread::all(again, patience)
            }))
        }
        "pending" => {
            let server = told_by(&setup)?;
            pending::summary(&blocking::lane("main", || {
                pending::thread::all(again, server)
            }))
        }
        "buffered" => buffered::summary(
            &buffered::thread::all(again, ahead),
            server,
        ),
        "still" => still::summary(&still::thread::all(
            again,
            still::Account::open(told_by(&setup)?),
            args.duration("busy"),
            ahead,
        )),
        "joined" => joined::summary(&joined::thread::all(
            &setup.job, server,
        )),
        _ => countdown::summary(&countdown::thread::all(
            args.duration("tick"),
        )),
    };
    end(&seen, &setup.recording)
}

/// Runs a step of the async half.
///
/// # Errors
///
/// As [`show_threads`].
pub async fn show_tasks(setup: Setup) -> anyhow::Result<ExitCode> {
    if setup.step.name == "arrival" {
        let mut arrival = Arrival::begin(setup)?;
        let job = arrival.run.job.clone();
        let take = |end| arrival.take(end);
        let download = r#async::download_many(&job, take);
        asynchronous::lane("main", download).await;
        return arrival.end();
    }
    say!("{}", intro::text(&setup, Unit::Task));
    let (args, server) = (&setup.args, setup.server.as_deref());
    let again = Again::new(&setup.job, server);
    let ahead = args.values().count("ahead");
    let seen = match setup.step.name {
        "wait" => {
            let patience = args.duration("patience");
            let all = wait::r#async::all(again, patience);
            wait::summary(&asynchronous::lane("main", all).await)
        }
        "pending" => {
            let server = told_by(&setup)?;
            let all = pending::r#async::all(again, server);
            pending::summary(&asynchronous::lane("main", all).await)
        }
        "buffered" => buffered::summary(
            &buffered::r#async::all(again, ahead).await,
            server,
        ),
        "still" => {
            let busy = args.duration("busy");
            let account = still::Account::open(told_by(&setup)?);
            let all =
                still::r#async::all(again, account, busy, ahead);
            still::summary(&all.await)
        }
        "joined" => joined::summary(
            &joined::r#async::all(&setup.job, server).await,
        ),
        _ => {
            let tick = args.duration("tick");
            countdown::summary(&countdown::r#async::all(tick).await)
        }
    };
    end(&seen, &setup.recording)
}

/// Returns the server that tells what it saw.
fn told_by(setup: &Setup) -> anyhow::Result<&dyn Embedded> {
    let server = setup.server.as_deref();
    server.context(
        "this step asks the server inside the program what it saw; \
         ask one of those: --server local, delay or error",
    )
}

/// Says what was seen, and draws it, if that was asked for.
fn end(
    seen: &str,
    recording: &Recording,
) -> anyhow::Result<ExitCode> {
    say!("\n{seen}");
    output::say_debug_notice();
    recording.end()?;
    Ok(ExitCode::SUCCESS)
}

/// The first step: a run of downloads, and when each was taken.
struct Arrival {
    run: Run,
    taken: Taken,
}

impl Arrival {
    fn begin(setup: Setup) -> anyhow::Result<Self> {
        let run = setup.verbose().run()?;
        Ok(Self { run, taken: Taken::begin("as completed") })
    }

    fn take(&mut self, outcome: Outcome) {
        self.taken.note(outcome.code);
        // Where nobody reads the report, its end says so.
        self.run.report.add(outcome).ok();
    }

    fn end(self) -> anyhow::Result<ExitCode> {
        let Self { run, taken } = self;
        run.end_with(|_| taken.worth())
    }
}
