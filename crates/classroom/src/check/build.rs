//! What cargo makes of the exercises, and clippy of the solutions.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use course::{Exercise, PRACTICE};
use tidy::Finding;

use crate::{
    cargo,
    messages::{self, Said},
};

/// The rules that findings name.
const COMPILES: &str = "compiles";
const CLIPPY: &str = "clippy";

/// The tests of exercises and solutions, as programs.
pub(super) struct Programs {
    built: BTreeMap<String, PathBuf>,
    errors: BTreeMap<String, String>,
}

impl Programs {
    /// Builds those of `exercises`, which may be all.
    ///
    /// # Errors
    ///
    /// If cargo cannot be run, or says no word about any of them.
    pub(super) fn build(
        root: &Path,
        exercises: &[&Exercise],
        is_all: bool,
    ) -> Result<Self> {
        let mut command = cargo(root);
        if is_all {
            // One that does not compile keeps no other from it.
            command.args(["build", "--tests", "--keep-going"]);
        } else {
            command.args(["test", "--no-run"]);
            for exercise in exercises {
                command.args(["--bin", &exercise.name]);
                command.args(["--bin", &solution(exercise)]);
            }
        }
        let (output, is_ok) = run(&mut command)?;
        let mut built = BTreeMap::new();
        let mut errors = BTreeMap::new();
        for (name, said) in messages::read(&output) {
            match said {
                Said::Built(program) => {
                    built.insert(name, program);
                }
                Said::Error(error) => {
                    errors.entry(name).or_insert(error);
                }
                Said::Warning(_) => {}
            }
        }
        let is_told = is_ok || !errors.is_empty();
        ensure!(is_told, "cargo cannot build {PRACTICE}");
        Ok(Self { built, errors })
    }

    /// Returns the tests of the program `name`, if it was built.
    pub(super) fn get(&self, name: &str) -> Option<&Path> {
        self.built.get(name).map(PathBuf::as_path)
    }

    /// Finds what does not compile.
    pub(super) fn errors(
        &self,
        exercises: &[&Exercise],
    ) -> Vec<Finding> {
        let programs = exercises.iter().flat_map(|it| {
            let exercise = (it.name.clone(), it.path());
            [exercise, (solution(it), it.solution())]
        });
        let found = programs.filter_map(|(name, path)| {
            let sentence = match self.errors.get(&name) {
                Some(error) => format!("does not compile: {error}"),
                None if self.built.contains_key(&name) => {
                    return None;
                }
                None => "was not built: run `just course-update`, \
                         and mend what does not compile"
                    .to_owned(),
            };
            Some(Finding::about(path, sentence).of_rule(COMPILES))
        });
        found.collect()
    }
}

/// Finds what clippy, or the compiler, says of the solutions.
///
/// # Errors
///
/// If clippy cannot be run.
pub(super) fn warnings(
    root: &Path,
    exercises: &[&Exercise],
) -> Result<Vec<Finding>> {
    let mut command = cargo(root);
    // With this profile it reads tests, too.
    command.args(["clippy", "--keep-going", "--profile", "test"]);
    let mut paths = BTreeMap::new();
    for exercise in exercises {
        let name = solution(exercise);
        command.args(["--bin", &name]);
        paths.insert(name, exercise.solution());
    }
    let (output, is_ok) = run(&mut command)?;
    let said: Vec<_> = messages::read(&output).collect();
    let is_told = is_ok || !said.is_empty();
    ensure!(is_told, "cargo clippy cannot read {PRACTICE}");
    let found = said.into_iter().filter_map(|(name, said)| {
        let Said::Warning(warning) = said else { return None };
        let place = paths.get(&name)?;
        Some(Finding::about(place, warning).of_rule(CLIPPY))
    });
    Ok(found.collect())
}

/// Returns the name of the program that is the solution.
pub(super) fn solution(exercise: &Exercise) -> String {
    format!("{}_sol", exercise.name)
}

/// Returns a call of cargo as one types it among the exercises.
fn cargo(root: &Path) -> Command {
    let mut command = Command::new(cargo::program());
    command.current_dir(root.join(PRACTICE));
    command
}

/// Runs cargo; returns what it says to programs, and whether all
/// went well. What it says to people is shown.
fn run(command: &mut Command) -> Result<(String, bool)> {
    let output = command
        .args(["--locked", "--message-format", "json"])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    let said = String::from_utf8_lossy(&output.stdout);
    Ok((said.into_owned(), output.status.success()))
}
