//! What the binaries do and say.

use std::{process::ExitCode, sync::Arc, time::Duration};

use anyhow::ensure;
use flags::{Counts, Job, Program, Setup, Unit, server::Embedded};
use lesson::{limits, say};

use crate::{Book, Hold, Plan, compare, log::Log, turns};

/// How one of the halves downloads many flags.
pub type Many<'a> =
    dyn Fn(&Arc<Job>, Plan, &mut Book<'_>) -> Counts + 'a;

/// Runs the step that the command line asks for.
///
/// # Errors
///
/// If the system refuses what is needed, or nobody reads the
/// output.
pub fn step(
    program: &Program,
    many: &Many<'_>,
) -> anyhow::Result<ExitCode> {
    let setup = Setup::begin(program, flag_server::embed)?;
    if let "turns" | "compare" = setup.step.name {
        check_json(&setup)?;
    }
    match setup.step.name {
        "turns" => turns::show(program, &setup, many)?,
        "compare" => compare::show(program, &setup, many)?,
        "held" => {
            return download(program, setup, Hold::Held, many);
        }
        "both" => {
            return download(program, setup, Hold::Both, many);
        }
        _ => return download(program, setup, Hold::Each, many),
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns the plan that the command line asks for.
///
/// # Errors
///
/// If the system allows too few threads.
pub(crate) fn plan(
    program: &Program,
    setup: &Setup,
    hold: Hold,
) -> anyhow::Result<Plan> {
    let wanted = setup.args.values().count("units");
    let units = wanted.min(setup.job.count());
    let threads = units * if hold == Hold::Both { 2 } else { 1 };
    if program.unit == Unit::Thread
        && let Some(limit) = limits::threads().first()
    {
        ensure!(
            (threads as u64) < limit.value / 2,
            "{units} downloads at once take {threads} threads, \
             more than half of what the system allows: {limit}; \
             ask for fewer with --units"
        );
    }
    let permits = setup.job.max_req();
    let work = work(setup);
    Ok(Plan { hold, permits, units, work })
}

/// Returns the work that the command line asks for, if any.
pub(crate) fn work(setup: &Setup) -> Option<Duration> {
    let work = setup.args.duration("work");
    (!work.is_zero()).then_some(work)
}

/// Downloads the flags as `hold` says, and tells what was seen.
fn download(
    program: &Program,
    setup: Setup,
    hold: Hold,
    many: &Many<'_>,
) -> anyhow::Result<ExitCode> {
    let plan = plan(program, &setup, hold)?;
    let silent = setup.args.is_json();
    let mut run = setup.run()?;
    if !silent {
        say!("{}", beginning(program, plan));
    }
    let mut book = Book::new(&mut run.report);
    many(&run.job, plan, &mut book);
    let text = ending(&book, run.server.as_deref(), hold);
    let end = run.end()?;
    if !silent {
        say!("{text}");
    }
    Ok(end)
}

/// Says how the permits will be held, and who waits for them.
fn beginning(program: &Program, plan: Plan) -> String {
    let Plan { hold, permits, units, .. } = plan;
    let who = match program.unit {
        Unit::Thread => "threads",
        _ => "tasks",
    };
    let permits = counted(permits, "permit");
    let about = hold.about();
    format!("{permits} for {units} {who}; {}: {about}", hold.name())
}

pub(crate) fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// Refuses to print a report that a step has not.
fn check_json(setup: &Setup) -> anyhow::Result<()> {
    ensure!(
        !setup.args.is_json(),
        "the step {} has no report as JSON; leave out --json",
        setup.step.name
    );
    Ok(())
}

/// Says who waits.
pub(crate) fn who(program: &Program) -> &'static str {
    match program.unit {
        Unit::Thread => "on threads that wait",
        _ => "by tasks on one thread (tokio, current-thread)",
    }
}

/// Says what was seen.
fn ending(
    book: &Book<'_>,
    server: Option<&dyn Embedded>,
    hold: Hold,
) -> String {
    let mut text = Vec::new();
    if let (Some((from, to)), Some(first)) =
        (book.names(), book.first())
    {
        let first = first.as_secs_f64();
        text.push(if from == to {
            format!("saved: {from}, after {first:.2} s")
        } else {
            format!(
                "saved: {from} to {to}, the first after \
                 {first:.2} s"
            )
        });
    }
    let log = server.map(|server| server.visits());
    if let Some(log) = log.and_then(|visits| Log::new(&visits)) {
        text.push(format!(
            "By the server's clock, a permit was held for {} ms at \
             most, and a download\nstood for {} ms between its two \
             requests, on average.",
            log.longest_hold(hold).as_millis(),
            log.mean_gap().as_millis()
        ));
    }
    text.join("\n")
}
