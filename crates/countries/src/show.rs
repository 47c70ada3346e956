//! What the binaries do and say.

use std::{process::ExitCode, sync::Arc};

use anyhow::ensure;
use flags::{Counts, Job, Program, Setup, Unit};
use lesson::{exit, limits, say};

use crate::{
    Book, Hold, Plan, compare, many,
    program::{ASYNC, FEW, THREAD},
    refusal, runtime, stuck, turns, words,
};

/// How one of the halves downloads many flags.
pub type Many<'a> =
    dyn Fn(&Arc<Job>, Plan, &mut Book<'_>) -> Counts + 'a;

/// Runs the step that the command line asks for, on threads.
///
/// # Errors
///
/// If the system refuses what is needed, or nobody reads the
/// output.
pub fn threads() -> anyhow::Result<ExitCode> {
    let right: &stuck::Many<'_> = &stuck::thread::download_many;
    let wrong = &stuck::threads::wrong::download_many;
    let many = many::thread::download_many;
    step(&THREAD, &many, [right, wrong])
}

/// Runs the step that the command line asks for, on tasks.
///
/// # Errors
///
/// As [`threads`].
pub fn tasks() -> anyhow::Result<ExitCode> {
    use many::r#async as many;
    use stuck::{r#async as right, wrong};
    let runtime = runtime()?;
    step(
        &ASYNC,
        &|job, plan, book| {
            runtime.block_on(many::download_many(job, plan, book))
        },
        [
            &|job, plan, patience| {
                runtime.block_on(right::download_many(
                    job, plan, patience,
                ))
            },
            &|job, plan, patience| {
                runtime.block_on(wrong::download_many(
                    job, plan, patience,
                ))
            },
        ],
    )
}

fn step(
    program: &Program,
    many: &Many<'_>,
    stuck: [&stuck::Many<'_>; 2],
) -> anyhow::Result<ExitCode> {
    let mut setup = Setup::begin(program, flag_server::embed)?;
    if ["turns", "stuck"].contains(&setup.step.name) {
        // Only now is it known which defaults are wanted.
        let program = Program { defaults: FEW, ..*program };
        setup = Setup::begin(&program, flag_server::embed)?;
    }
    if let Some(why) = refusal::of(&setup) {
        let name = program.name;
        eprintln!("error: {why}\n");
        eprintln!("Usage: {name} [OPTIONS] [CC]...\n");
        eprintln!("For more information, try '--help'.");
        return Ok(exit::USAGE.into());
    }
    let hold = Hold::ALL
        .into_iter()
        .find(|hold| hold.name() == setup.step.name);
    if let Some(hold) = hold {
        return download(program, setup, hold, many);
    }
    match setup.step.name {
        "turns" => turns::show(program, &setup, many)?,
        "stuck" => stuck::show(program, &setup, stuck)?,
        _ => compare::show(program, &setup, many)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns the plan that the command line asks for.
///
/// # Errors
///
/// If the system allows too few files or threads.
pub(crate) fn plan(
    program: &Program,
    setup: &Setup,
    hold: Hold,
) -> anyhow::Result<Plan> {
    let wanted = setup.args.values().count("units");
    let units = wanted.min(setup.job.count());
    let requests = units * if hold == Hold::Both { 2 } else { 1 };
    if program.unit == Unit::Thread
        && let Some(limit) = limits::threads().first()
    {
        ensure!(
            (requests as u64) < limit.value / 2,
            "{units} downloads at once take {requests} threads, \
             more than half of what the system allows: {limit}; \
             ask for fewer with --units"
        );
    }
    let permits = setup.args.max_req().min(requests);
    setup.allow(permits)?;
    let work = setup.args.duration("work");
    let work = (!work.is_zero()).then_some(work);
    Ok(Plan { hold, permits, units, work })
}

/// Downloads the flags as `hold` says, and tells what was seen.
fn download(
    program: &Program,
    mut setup: Setup,
    hold: Hold,
    many: &Many<'_>,
) -> anyhow::Result<ExitCode> {
    let plan = plan(program, &setup, hold)?;
    setup.job = at_most(plan, &setup.job);
    let is_json = setup.args.is_json();
    let mut run = setup.run()?;
    if !is_json {
        say!("{}", words::beginning(program, plan));
    }
    let mut book = Book::new(&mut run.report);
    many(&run.job, plan, &mut book);
    let text =
        words::ending(&book, &run.job, run.server.as_deref(), hold);
    run.end_with(|_| text)
}

/// Returns the same job, which says of itself that it makes no
/// more requests at once than `plan` lets it.
fn at_most(plan: Plan, job: &Job) -> Arc<Job> {
    let (site, dest) = (job.site.clone(), job.dest.clone());
    let (codes, count) = (job.codes().to_vec(), job.count());
    let (most, timeout) = (plan.permits, job.timeout);
    Arc::new(Job::new(codes, count, most, site, dest, timeout))
}
