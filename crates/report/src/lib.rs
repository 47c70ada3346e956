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
//! - [`words`], [`table`], [`page`]: what is shown of it
//!
//! What is measured is in `benches/`; a bench that is added there
//! needs nothing here.

mod args;
mod cargo;
pub mod criterion;
pub mod figures;
pub mod id;
pub mod machine;
mod measure;
mod natural;
pub mod page;
mod plan;
pub mod spread;
pub mod table;
mod units;
pub mod words;

use std::{
    collections::BTreeMap,
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
    time::SystemTime,
};

use anyhow::{Context, bail};
use lesson::{exit, say};

use args::{Args, HELP, USAGE};
use cargo::Workspace;
use criterion::Measured;
use figures::{Figures, Lesson};
use machine::Machine;
use plan::{Plan, words as in_words};

/// The reference machine's figures, in the workspace.
const REFERENCE: &str = "docs/bench/reference.json";

/// The files of a report.
const PAGE: &str = "index.html";
const FIGURES: &str = "figures.json";

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
            eprintln!("error: {error}\n\n{USAGE}");
            Ok(ExitCode::from(exit::USAGE))
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

/// Where the files are.
struct Place {
    out: PathBuf,
    reference: PathBuf,
}

/// Measures the lessons that are asked for.
fn measure(
    args: &Args,
    workspace: &Workspace,
) -> anyhow::Result<Vec<Vec<Measured>>> {
    let wanted = workspace.benches.iter().map(String::as_str);
    let wanted = wanted.filter(|it| args.wants(it));
    let programs = workspace.build(&wanted.collect::<Vec<_>>())?;
    let mut jobs = measure::list(&programs)?;
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

fn lessons(of: impl Iterator<Item = String>) -> Vec<String> {
    let mut lessons = of.collect::<Vec<_>>();
    lessons.sort();
    lessons.dedup();
    lessons
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

/// Shows what `runs` measured, and writes the report.
fn report(
    args: &Args,
    runs: &[Vec<Measured>],
    place: &Place,
) -> anyhow::Result<()> {
    let measured = runs.iter().flatten();
    let names = lessons(measured.map(|it| it.lesson.clone()));
    let date = today();
    let fresh = names.iter().map(|name| {
        let quick = args.quick;
        (name.clone(), Lesson::new(name, runs, &date, quick))
    });
    let fresh = fresh.collect::<BTreeMap<_, _>>();
    for (name, lesson) in &fresh {
        show(name, lesson);
    }
    let here = Figures { machine: Machine::here(), lessons: fresh };
    let before = figures::read(&place.out.join(FIGURES))?;
    let here = joined(here, before);
    let there = figures::read(&place.reference)?;
    write(&here, there.as_ref(), &place.out)?;
    say!("\nThe page: {}", place.out.join(PAGE).display());
    Ok(())
}

/// Keeps the lessons of before that were not measured again, if
/// the machine and the compiler are the same.
fn joined(mut here: Figures, before: Option<Figures>) -> Figures {
    let Some(before) = before else { return here };
    if before.machine == here.machine {
        for (name, lesson) in before.lessons {
            here.lessons.entry(name).or_insert(lesson);
        }
    } else {
        say!(
            "\nThe figures of before come from another machine \
             or compiler: the page leaves them out."
        );
    }
    here
}

fn write(
    here: &Figures,
    there: Option<&Figures>,
    out: &Path,
) -> anyhow::Result<()> {
    let page = page::page(here, there);
    figures::write(&out.join(PAGE), &page)?;
    figures::write(&out.join(FIGURES), &figures::text(here))?;
    Ok(())
}

/// Prints the table of a lesson and what it shows.
fn show(name: &str, lesson: &Lesson) {
    say!("\n{name}");
    for line in table::table(lesson) {
        say!("{line}");
    }
    for sentence in words::about(lesson) {
        let options = textwrap::Options::new(78);
        let options = options.initial_indent("- ");
        let options = options.subsequent_indent("  ");
        for line in textwrap::wrap(&sentence, options) {
            say!("{line}");
        }
    }
}

/// Makes the figures that were measured last the reference.
fn record(args: &Args, place: &Place) -> anyhow::Result<()> {
    let file = place.out.join(FIGURES);
    let here = figures::read(&file)?.with_context(|| {
        let file = file.display();
        format!("{file} is not there: first run `just bench`")
    })?;
    let known = here.lessons.keys().cloned().collect::<Vec<_>>();
    check_lessons(args, &known)?;
    let mut taken = here.clone();
    taken.lessons.retain(|name, _| args.wants(name));
    for (name, lesson) in &taken.lessons {
        let (fewest, _) = lesson.runs();
        if lesson.quick || fewest < spread::ENOUGH_RUNS {
            bail!(
                "{name} was measured in a hurry ({fewest} runs): \
                 no reference. Run `just bench {name}`"
            );
        }
    }
    let before = figures::read(&place.reference)?;
    let reference = joined(taken, before);
    let text = figures::text(&reference);
    figures::write(&place.reference, &text)?;
    write(&here, Some(&reference), &place.out)?;
    say!("The reference: {}", place.reference.display());
    Ok(())
}

/// Returns the day in UTC, as `2026-11-05`.
fn today() -> String {
    let now = humantime::format_rfc3339_seconds(SystemTime::now());
    now.to_string().chars().take(10).collect()
}
