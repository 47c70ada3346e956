//! The main job: the same flags, downloaded one by one, by threads
//! and by async tasks; every version as a process of its own, and
//! one table of what each cost.
//!
//! From the root of the project:
//!
//! ```text
//! cargo run --release
//! ```
//!
//! The modules, in the order in which a run passes through them:
//!
//! - [`args`], [`job`], [`version`]: what is asked for
//! - [`programs`]: the binaries, built by cargo or found
//! - [`measure`]: every version, round by round; with [`server`]
//!   (a fresh one for each run), [`child`] (one run), [`accounts`]
//!   (what the system says it cost), [`progress`], [`rounds`] and
//!   [`saved`]
//! - [`outcome`]: the figures, shown as a [`page`] (bars, then
//!   [`table`], then [`words`]) or as a [`report`] in JSON
//! - [`recorded`]: who ran and who waited, as a picture
//! - [`list`]: the lessons and how to run them
//! - [`halves`]: the same for the two halves of any lesson; it
//!   shares [`child`], [`accounts`], [`rounds`], [`figures`], and
//!   the words about a pair
//! - [`claims`]: what people say, and what shows whether it is so

pub mod accounts;
pub mod args;
pub mod child;
pub mod claims;
pub mod figures;
pub mod halves;
pub mod job;
pub mod list;
pub mod measure;
pub mod outcome;
pub mod page;
mod print;
pub mod programs;
pub mod progress;
pub mod recorded;
pub mod report;
pub mod rounds;
pub mod saved;
pub mod server;
pub mod table;
pub mod version;
pub mod words;

use std::{
    collections::BTreeSet, io::Write, process::ExitCode,
    time::Duration,
};

use anyhow::Context;

pub use args::Args;

use crate::{
    job::Job, outcome::Outcome, programs::Programs, report::Report,
    server::Server, version::Version,
};

/// A comparison that must take longer is announced.
const LONG: Duration = Duration::from_secs(60);

/// Does what `args` ask for, and writes the result to `out`.
///
/// # Errors
///
/// If the comparison cannot begin, or `out` cannot be written. A
/// version that fails is no error: the result tells it, and so
/// does the exit code.
pub fn run(
    args: &Args,
    out: &mut dyn Write,
) -> anyhow::Result<ExitCode> {
    if args.list {
        list::write(&list::lessons()?, out)?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(language) = args.claims {
        claims::write(language, args.json, out)?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(lesson) = &args.lesson {
        return halves::run(args, lesson, out);
    }
    let job = args.job();
    let open_files = lesson::limits::raise_open_files()
        .context("the limit of open files cannot be read")?;
    job.check_fits(open_files)?;
    if let Some(path) = &args.timeline {
        timeline::options::check(path)?;
    }
    let programs = programs(args, &job)?;
    announce(&job);
    let dest = match &args.dest {
        Some(dest) => dest.clone(),
        None if job.save => {
            programs::root()?.join("target/compare")
        }
        None => Default::default(),
    };
    let outcome = measure::measure(&job, &programs, &dest)?;
    if args.json {
        let report = Report::of(&outcome);
        writeln!(
            out,
            "{}",
            serde_json::to_string_pretty(&report)?
        )?;
        for problem in outcome.problems() {
            eprintln!("{problem}");
        }
    } else {
        page::write(&outcome, out)?;
    }
    out.flush()?;
    if let Some(path) = &args.timeline {
        recorded::draw(&job, &programs, path)?;
    }
    Ok(exit_code(&outcome))
}

/// Returns the programs that `job` runs.
fn programs(args: &Args, job: &Job) -> anyhow::Result<Programs> {
    let versions = job.versions.iter().copied();
    let names: BTreeSet<&str> = versions
        .map(Version::program)
        .chain([Server::PROGRAM])
        .collect();
    let names: Vec<&str> = names.into_iter().collect();
    match &args.bin_dir {
        Some(folder) => Programs::find(folder, &names),
        None => Programs::build(&names),
    }
}

/// Says beforehand that it will take long.
fn announce(job: &Job) {
    let ideal = job.ideal_in_all();
    if ideal < LONG {
        return;
    }
    let minutes = ideal.as_secs().div_ceil(60);
    let hint = if job.versions.contains(&Version::Sequential) {
        "; --only thread,async goes without the slow one"
    } else {
        ""
    };
    eprintln!("This takes at least {minutes} minutes{hint}.");
}

fn exit_code(outcome: &Outcome) -> ExitCode {
    if outcome.problems().is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(lesson::exit::SOME_FAILED)
    }
}
