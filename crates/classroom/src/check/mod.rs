//! `check`: whether the exercises fail as they should, and the
//! solutions pass.
//!
//! - `build`: cargo builds all programs at once, clippy reads them
//! - `trial`: runs one program, and says what is wrong with that
//! - `load`: threads that keep the cores busy meanwhile

mod build;
mod load;
mod trial;

use std::{
    path::Path,
    process::ExitCode,
    thread,
    time::{Duration, Instant},
};

use anyhow::Result;
use course::{Course, Exercise, Original};
use lesson::{exit, say};
use lexopt::{Arg, Error, Parser, ValueExt};
use rayon::prelude::*;
use tidy::Finding;

use crate::{names, process};
use build::Programs;
use load::Load;
use trial::Trial;

/// How often each solution runs.
const TIMES: usize = 3;

/// How long a program may run. Each test has a limit of its own,
/// which ends it sooner.
const LIMIT: Duration = Duration::from_secs(20);

/// What is to be checked.
#[derive(Debug)]
pub(crate) struct Options {
    /// These exercises; all if there is none.
    names: Vec<String>,
    times: usize,
    limit: Duration,
}

impl Options {
    /// Parses the rest of a command line; returns nothing if it
    /// asks for help.
    pub(crate) fn parse(
        parser: &mut Parser,
    ) -> Result<Option<Self>, Error> {
        let (mut times, mut limit) = (TIMES, LIMIT);
        let mut names = Vec::new();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    return Ok(None);
                }
                Arg::Long("times") => {
                    times = parser.value()?.parse()?;
                    if times == 0 {
                        return Err("--times: at least 1".into());
                    }
                }
                Arg::Long("limit") => {
                    let seconds: u32 = parser.value()?.parse()?;
                    if seconds == 0 {
                        return Err("--limit: at least 1".into());
                    }
                    limit = Duration::from_secs(seconds.into());
                }
                Arg::Value(name) => names.push(name.string()?),
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(Self { names, times, limit }))
    }
}

/// Checks the exercises of the workspace `root`; prints a line for
/// each finding, and what was seen.
///
/// # Errors
///
/// If a file cannot be read, an exercise is not there, or cargo
/// cannot build.
pub(crate) fn check(
    root: &Path,
    options: &Options,
) -> Result<ExitCode> {
    let start = Instant::now();
    let progress = |what: &str| {
        let seconds = start.elapsed().as_secs();
        eprintln!("{what} (after {seconds} s)");
    };
    let course = Course::read(root)?;
    let chosen = choose(root, &course, &options.names)?;
    let is_all = options.names.is_empty();
    process::end_all_on_ctrl_c()?;
    progress("Building the exercises and their solutions");
    let programs = Programs::build(root, &chosen, is_all)?;
    let trial = Trial { root, programs: &programs, options };
    let (mut unsolved, mut solved) = <(Tally, Tally)>::default();

    progress("Running the exercises; clippy reads the solutions");
    let warnings = thread::scope(|scope| {
        let clippy = scope.spawn(|| build::warnings(root, &chosen));
        unsolved.add(&chosen, |it| trial.exercise(it))?;
        clippy.join().expect("it does not panic")
    })?;
    // Faults that depend on who comes first show under load.
    let load = Load::start();
    progress("Running them again, under load");
    unsolved.add(&chosen, |it| trial.exercise(it))?;
    progress("Running their solutions, under load");
    for _ in 0..options.times {
        solved.add(&chosen, |it| trial.solution(it))?;
    }
    drop(load);

    let found = [
        programs.errors(&chosen),
        unsolved.found,
        solved.found,
        warnings,
    ];
    let found = found.concat();
    for finding in &found {
        say!("{finding}");
    }
    say!(
        "{} exercises: {} of {} runs fail as they should.\n\
         Their solutions: {} of {} runs pass, under load.\n\
         {} findings, after {} s.",
        chosen.len(),
        unsolved.good,
        unsolved.runs,
        solved.good,
        solved.runs,
        found.len(),
        start.elapsed().as_secs(),
    );
    let is_good = found.is_empty();
    let code = if is_good { 0 } else { exit::SOME_FAILED };
    Ok(ExitCode::from(code))
}

/// What a run has shown.
enum Run {
    /// What it should.
    Good,
    /// Something else.
    Wrong(Finding),
    /// There was no program to run.
    NotBuilt,
}

/// What many runs have shown.
#[derive(Default)]
struct Tally {
    runs: usize,
    good: usize,
    /// Each once, however often it was found.
    found: Vec<Finding>,
}

impl Tally {
    /// Adds a run of each of `exercises`: as many at once as there
    /// are cores.
    fn add(
        &mut self,
        exercises: &[&Exercise],
        run: impl Fn(&Exercise) -> Result<Run> + Sync,
    ) -> Result<()> {
        let runs = exercises.par_iter().map(|it| run(it));
        for run in runs.collect::<Result<Vec<_>>>()? {
            self.runs += 1;
            match run {
                Run::Good => self.good += 1,
                Run::Wrong(it) if !self.found.contains(&it) => {
                    self.found.push(it);
                }
                Run::Wrong(_) | Run::NotBuilt => {}
            }
        }
        Ok(())
    }
}

/// Returns the exercises called so, or all.
fn choose<'a>(
    root: &Path,
    course: &'a Course,
    names: &[String],
) -> Result<Vec<&'a Exercise>> {
    if names.is_empty() {
        return Ok(course.exercises.iter().collect());
    }
    let exercises = course.exercises.iter();
    let known = exercises.map(|it| Original::of(root, it));
    let known = known.collect::<Result<Vec<_>>>()?;
    let chosen = names.iter().map(|name| {
        let name = &names::find(&known, name)?.name;
        Ok(course.find(name).expect("it was just found"))
    });
    chosen.collect()
}
