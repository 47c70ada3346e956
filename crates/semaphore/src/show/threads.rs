//! The steps, on threads.

use std::process::ExitCode;

use flags::{Run, Setup};
use lesson::say;
use timeline::blocking::lane;

use super::{
    memory,
    server::{self, Twice},
    units, words,
};
use crate::{
    THREAD, channel, close, fair, held, inside,
    inside::{Asked, Way},
    pool, rate,
    rate::RateLimiter,
    thread, wait,
};

/// Runs the step that the command line asks for, on threads.
///
/// # Errors
///
/// If the system refuses what the step needs, or nobody reads the
/// output.
pub fn show_threads() -> anyhow::Result<ExitCode> {
    if let Some(asked) = Asked::of_this_process() {
        let Asked { way, units, permits } = asked;
        asked.answer(|| match way {
            Way::Before => inside::thread::before(units, permits),
            Way::Inside => inside::thread::inside(units, permits),
        });
        return Ok(ExitCode::SUCCESS);
    }
    let setup = Setup::begin(&THREAD, flag_server::embed)?;
    server::check(&setup);
    match setup.step.name {
        "limited" | "pool" | "channel" => download(setup),
        step => {
            say!("Threads, run by the operating system.");
            show(step, setup)
        }
    }
}

fn download(setup: Setup) -> anyhow::Result<ExitCode> {
    let mut run = setup.run()?;
    let Run { job, report, step, .. } = &mut run;
    lane("main", || match step.name {
        "pool" => pool::thread::download_many(job, report),
        "channel" => channel::thread::download_many(job, report),
        _ => thread::download_many(job, report),
    });
    let job = run.job.clone();
    run.end_with(|seen| words::at_once(&job, seen))
}

fn show(step: &str, setup: Setup) -> anyhow::Result<ExitCode> {
    match step {
        "inside" => {
            let code = memory::show_threads(&setup)?;
            setup.recording.end()?;
            return Ok(code);
        }
        "held" => return held(setup),
        "rate" => return rate(setup),
        "wait" => units::say_wait(
            wait::thread::somebody_comes_by(),
            wait::wrong::somebody_comes_by(),
        ),
        "fair" => {
            let rounds = 0..setup.args.values().count("rounds");
            let rounds = rounds.map(|_| fair::thread::come_by());
            let rounds: Vec<_> = rounds.collect();
            units::say_fair(&rounds, &fair::thread::queue(5));
        }
        _ => units::say_close(&close::thread::while_at_work(2)),
    }
    setup.recording.end()?;
    Ok(ExitCode::SUCCESS)
}

/// Holds permits, and then lets them go at once.
fn held(setup: Setup) -> anyhow::Result<ExitCode> {
    setup.allow(setup.job.count())?;
    let twice = &mut Twice::begin(setup);
    let (job, mut report) = twice.again();
    let run = held::thread::download_many;
    lane("main", || run(&job, &mut report));
    let right = twice.peak(words::HELD, &report);
    let (job, mut report) = twice.again();
    let run = held::wrong::download_many;
    lane("main", || run(&job, &mut report));
    let wrong = twice.peak(words::LET_GO, &report);
    twice.end_held(right, wrong)
}

/// Bounds how many, and then how often, too.
fn rate(setup: Setup) -> anyhow::Result<ExitCode> {
    let interval = setup.args.duration("interval");
    let twice = &mut Twice::begin(setup);
    twice.slots(interval);
    let (job, mut report) = twice.again();
    let run = thread::download_many;
    lane("main", || run(&job, &mut report));
    let alone = twice.arrivals(words::ALONE, &report, interval);
    let (job, mut report) = twice.again();
    let limiter = &mut RateLimiter::new(interval);
    let run = rate::thread::download_many;
    lane("main", || run(&job, &mut report, limiter));
    let both = twice.arrivals(words::LIMITED, &report, interval);
    twice.end_rate(&alone, &both, interval)
}
