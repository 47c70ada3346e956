//! What the binaries do and say.

use std::{process::ExitCode, sync::Arc};

use anyhow::ensure;
use flags::{Counts, Job, Program, Setup, Unit, server::Embedded};
use lesson::{limits, say};

use crate::{Book, Hold, Plan, log::Log};

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
    let hold = Hold::ALL
        .into_iter()
        .find(|hold| hold.name() == setup.step.name);
    match hold {
        Some(hold) => download(program, setup, hold, many),
        None => anyhow::bail!("not yet"),
    }
}

/// Returns the plan that the command line asks for.
///
/// # Errors
///
/// If the system allows too few threads.
pub(crate) fn plan(
    setup: &Setup,
    unit: Unit,
    hold: Hold,
) -> anyhow::Result<Plan> {
    let wanted = setup.args.values().count("units");
    let units = wanted.min(setup.job.count());
    let threads = units * if hold == Hold::Both { 2 } else { 1 };
    if unit == Unit::Thread
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
    let work = setup.args.duration("work");
    Ok(Plan { hold, permits, units, work })
}

/// Downloads the flags as `hold` says, and tells what was seen.
fn download(
    program: &Program,
    setup: Setup,
    hold: Hold,
    many: &Many<'_>,
) -> anyhow::Result<ExitCode> {
    let unit = program.unit;
    let plan = plan(&setup, unit, hold)?;
    let silent = setup.args.is_json();
    let mut run = setup.run()?;
    if !silent {
        say!("{}", beginning(plan, unit));
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
fn beginning(plan: Plan, unit: Unit) -> String {
    let Plan { hold, permits, units, .. } = plan;
    let who = match unit {
        Unit::Thread => "threads",
        _ => "tasks",
    };
    let permits = counted(permits, "permit");
    let about = hold.about();
    format!("{permits} for {units} {who}; {}: {about}", hold.name())
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
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
