//! The steps, on tasks.

use std::{io, process::ExitCode};

use flags::{Run, Setup};
use lesson::say;
use timeline::asynchronous::lane;
use tokio::runtime::{Builder, Runtime};

use super::{
    memory,
    server::{self, Twice},
    units, words,
};
use crate::{
    ASYNC, r#async, channel, close, fair, held, inside,
    inside::{Asked, Way},
    pool, rate,
    rate::RateLimiter,
    wait,
};

/// Runs the step that the command line asks for, on tasks.
///
/// # Errors
///
/// If the system refuses what the step needs, or nobody reads the
/// output.
pub fn show_tasks() -> anyhow::Result<ExitCode> {
    if let Some(asked) = Asked::of_this_process() {
        let runtime = runtime()?;
        let Asked { way, units, permits } = asked;
        asked.answer(|| {
            runtime.block_on(async {
                use inside::r#async::{before, inside};
                match way {
                    Way::Before => before(units, permits).await,
                    Way::Inside => inside(units, permits).await,
                }
            })
        });
        return Ok(ExitCode::SUCCESS);
    }
    let setup = Setup::begin(&ASYNC, flag_server::embed)?;
    server::check(&setup);
    match setup.step.name {
        "limited" | "pool" | "channel" => {
            runtime()?.block_on(download(setup))
        }
        step => {
            say!(
                "Current-thread runtime: one thread runs all tasks."
            );
            runtime()?.block_on(show(step, setup))
        }
    }
}

/// Makes a runtime on which one thread runs all tasks.
fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

async fn download(setup: Setup) -> anyhow::Result<ExitCode> {
    let mut run = setup.run()?;
    let Run { job, report, step, .. } = &mut run;
    let download = async {
        use pool::r#async as pool;
        match step.name {
            "pool" => pool::download_many(job, report).await,
            "channel" => {
                channel::r#async::download_many(job, report).await
            }
            _ => r#async::download_many(job, report).await,
        }
    };
    lane("main", download).await;
    let job = run.job.clone();
    run.end_with(|seen| words::at_once(&job, seen))
}

async fn show(
    step: &str,
    setup: Setup,
) -> anyhow::Result<ExitCode> {
    match step {
        "inside" => {
            let code = memory::show_tasks(&setup)?;
            setup.recording.end()?;
            return Ok(code);
        }
        "held" => return held(setup).await,
        "rate" => return rate(setup).await,
        "wait" => units::say_wait(
            wait::r#async::somebody_comes_by().await,
            wait::task::wrong::somebody_comes_by().await,
        ),
        "fair" => {
            let mut rounds = Vec::new();
            for _ in 0..setup.args.values().count("rounds") {
                rounds.push(fair::r#async::come_by().await);
            }
            let order = fair::r#async::queue(5).await;
            units::say_fair(&rounds, &order);
        }
        _ => {
            let ends = close::r#async::while_at_work(2).await;
            units::say_close(&ends);
        }
    }
    setup.recording.end()?;
    Ok(ExitCode::SUCCESS)
}

/// Holds permits, and then lets them go at once.
async fn held(setup: Setup) -> anyhow::Result<ExitCode> {
    setup.allow(setup.job.count())?;
    let twice = &mut Twice::begin(setup);
    let (job, mut report) = twice.again();
    let run = held::r#async::download_many;
    lane("main", run(&job, &mut report)).await;
    let right = twice.peak(words::HELD, &report);
    let (job, mut report) = twice.again();
    let run = held::task::wrong::download_many;
    lane("main", run(&job, &mut report)).await;
    let wrong = twice.peak(words::LET_GO, &report);
    twice.end_held(right, wrong)
}

/// Bounds how many, and then how often, too.
async fn rate(setup: Setup) -> anyhow::Result<ExitCode> {
    let interval = setup.args.duration("interval");
    let twice = &mut Twice::begin(setup);
    twice.slots(interval);
    let (job, mut report) = twice.again();
    let run = r#async::download_many;
    lane("main", run(&job, &mut report)).await;
    let alone = twice.arrivals(words::ALONE, &report, interval);
    let (job, mut report) = twice.again();
    let limiter = &mut RateLimiter::new(interval);
    let run = rate::r#async::download_many;
    lane("main", run(&job, &mut report, limiter)).await;
    let both = twice.arrivals(words::LIMITED, &report, interval);
    twice.end_rate(&alone, &both, interval)
}
