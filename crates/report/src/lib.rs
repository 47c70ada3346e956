//! Runs the benches in rounds, and makes one page of what they
//! measured.
//!
//! ```text
//! cargo run --release --bin bench
//! cargo run --release --bin bench -- download --quick
//! cargo run --release --bin bench -- --record
//! ```
//!
//! Machines drift: criterion measures one id after the other, and
//! what comes later may have another machine. So each id is run
//! several times, in rounds, each run as a process of its own; what
//! is shown is the median of the runs and the interval between
//! them, and ratios are taken within a round.
//!
//! - [`criterion`]: what criterion left in a folder
//! - [`id`]: lesson, panel, point and name, out of criterion's ids
//! - [`spread`]: several runs, their median and interval
//! - [`figures`]: what is kept in a file, here and as reference
//! - [`words`], [`table`], [`page`], [`units`]: what is shown of it
//!
//! What is measured is in `benches/`; a bench that is added there
//! needs nothing here.

mod args;
mod cargo;
pub mod criterion;
pub mod figures;
pub mod html;
pub mod id;
mod job;
pub mod machine;
mod measure;
mod natural;
pub mod page;
mod plan;
mod publish;
pub mod spread;
pub mod table;
pub mod units;
pub mod words;

use std::{ffi::OsString, process::ExitCode};

use anyhow::{Context, bail};
use lesson::{exit, say};

use args::{Args, HELP, USAGE};
use cargo::Workspace;
use criterion::Measured;
use plan::{Plan, words as in_words};
use publish::{Place, lessons, record, report};

/// The reference machine's figures, in the workspace.
const REFERENCE: &str = "docs/bench/reference.json";

/// The command line asks for what there is not.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Usage(String);

/// Does what the command line `arguments` asks for; wrong usage
/// is told on standard error, with the usage lines.
///
/// # Errors
///
/// If something cannot be measured, read or written. Then what was
/// there before is as it was.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
) -> anyhow::Result<ExitCode> {
    let done = match Args::parse(arguments) {
        Ok(args) => perform(&args),
        Err(error) => Err(Usage(error.to_string()).into()),
    };
    match done {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) if error.is::<Usage>() => {
            Ok(exit::wrong_usage(error, USAGE))
        }
        Err(error) => Err(error),
    }
}

fn perform(args: &Args) -> anyhow::Result<()> {
    if args.help {
        say!("{}", HELP.trim_end());
        return Ok(());
    }
    let workspace = Workspace::find()?;
    let place = Place {
        out: args
            .out
            .clone()
            .unwrap_or_else(|| workspace.target.join("report")),
        reference: args
            .reference
            .clone()
            .unwrap_or_else(|| workspace.root.join(REFERENCE)),
    };
    if args.record {
        return record(args, &place);
    }
    let runs = if args.from.is_empty() {
        check_lessons(args, &workspace.benches)?;
        let runs = measure(args, &workspace);
        runs.context(
            "nothing was written: the report of before, if there \
             is one, is as it was",
        )?
    } else {
        taken(args)?
    };
    report(args, &runs, &place)
}

/// Measures the lessons that are asked for.
fn measure(
    args: &Args,
    workspace: &Workspace,
) -> anyhow::Result<Vec<Vec<Measured>>> {
    let wanted = workspace.benches.iter().map(String::as_str);
    let wanted = wanted.filter(|it| args.wants(it));
    let programs = workspace.build(&wanted.collect::<Vec<_>>())?;
    let mut jobs = job::list(&programs)?;
    let plan = Plan::new(jobs.len(), args.quick);
    let estimate = in_words(plan.estimate(jobs.len()));
    say!(
        "{} ids of {} benches, {} rounds: about {estimate}, at \
         most {}.",
        jobs.len(),
        programs.len(),
        plan.rounds,
        in_words(plan.limit),
    );
    let folder = tempfile::tempdir_in(&workspace.target)?;
    measure::rounds(&mut jobs, plan, folder.path())
}

/// Takes what criterion left in folders.
fn taken(args: &Args) -> anyhow::Result<Vec<Vec<Measured>>> {
    let runs = args.from.iter().map(|it| criterion::find(it));
    let mut runs = runs.collect::<Result<Vec<_>, _>>()?;
    let known = runs.iter().flatten().map(|it| it.lesson.clone());
    check_lessons(args, &lessons(known))?;
    for run in &mut runs {
        run.retain(|it| args.wants(&it.lesson));
    }
    if runs.iter().all(Vec::is_empty) {
        bail!("criterion left nothing there");
    }
    Ok(runs)
}

fn check_lessons(
    args: &Args,
    known: &[String],
) -> Result<(), Usage> {
    let Some(unknown) = args.unknown(known) else { return Ok(()) };
    let known = known.join(", ").replace('_', "-");
    Err(Usage(format!(
        "nothing is measured of '{unknown}'; there are: {known}"
    )))
}
