//! `compare LESSON`: the two halves of a lesson, each a process of
//! its own, and one table of what each cost.
//!
//! The halves run as they do by themselves; what they write is not
//! shown. A lesson needs nothing for it but its two programs.
//!
//! - [`wanted`]: what is asked for, and what cannot be
//! - [`recorded`]: both halves once more, for a timeline
//! - [`measure`]: both halves, round by round
//! - [`outcome`]: the figures, shown as a page (its sentences are
//!   those of [`words`]) or as a report in JSON

pub mod measure;
pub mod outcome;
mod page;
pub mod recorded;
mod report;
pub mod wanted;
pub mod words;

use std::{io::Write, process::ExitCode};

pub use outcome::{Measured, Outcome};
pub use wanted::{Refusal, Wanted};

use self::report::Report;
use crate::{args::Args, programs::Programs};

/// Compares the halves of the lesson called `lesson`, and writes
/// the result to `out`.
///
/// # Errors
///
/// If the comparison cannot begin, or `out` cannot be written. A
/// half that fails is no error: the result tells it, and so does
/// the exit code.
pub fn run(
    args: &Args,
    lesson: &str,
    out: &mut dyn Write,
) -> anyhow::Result<ExitCode> {
    match compare(args, lesson, out) {
        Err(error) if error.is::<Refusal>() => {
            let error = format!("error: {error}");
            eprintln!("{}", textwrap::fill(&error, 80));
            eprintln!("\nFor more, try '--help'.");
            Ok(ExitCode::from(lesson::exit::USAGE))
        }
        other => other,
    }
}

fn compare(
    args: &Args,
    lesson: &str,
    out: &mut dyn Write,
) -> anyhow::Result<ExitCode> {
    let wanted = Wanted::of(args, lesson)?;
    let names = wanted.programs();
    let programs = match &args.bin_dir {
        Some(folder) => Programs::find(folder, &names),
        None => Programs::build(&names),
    }?;
    // Before it is measured, which may take long: not every step
    // can be drawn.
    let timelines = match &args.timeline {
        Some(path) => {
            timeline::options::check(path)?;
            Some((recorded::record(&wanted, &programs)?, path))
        }
        None => None,
    };
    let outcome = measure::measure(&wanted, &programs)?;
    let problems = outcome.problems();
    if args.json {
        let report = Report::of(&outcome);
        let report = serde_json::to_string_pretty(&report)?;
        writeln!(out, "{report}")?;
        for problem in &problems {
            eprintln!("{problem}");
        }
    } else {
        page::write(&outcome, out)?;
    }
    out.flush()?;
    if let Some((timelines, path)) = &timelines {
        recorded::draw(&wanted, timelines, path)?;
    }
    Ok(if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(lesson::exit::SOME_FAILED)
    })
}
