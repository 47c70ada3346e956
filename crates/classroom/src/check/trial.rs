//! Runs one program, and says what is wrong with that.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};
use course::{Exercise, Fails, PRACTICE};
use tidy::Finding;

use super::{
    Options, Run,
    build::{Programs, solution},
};
use crate::{
    process::{self, Ended},
    told,
};

/// The most that a program may say, in bytes.
const MOST: usize = 1024 * 1024;

/// The rules that findings name.
const FAILS: &str = "fails";
const PASSES: &str = "passes";

/// How programs are run.
#[derive(Clone, Copy)]
pub(super) struct Trial<'a> {
    pub(super) root: &'a Path,
    pub(super) programs: &'a Programs,
    pub(super) options: &'a Options,
}

impl Trial<'_> {
    /// Runs an exercise as it is set: it has to fail as it says.
    ///
    /// # Errors
    ///
    /// If its program does not start.
    pub(super) fn exercise(
        self,
        exercise: &Exercise,
    ) -> Result<Run> {
        let Some(program) = self.programs.get(&exercise.name)
        else {
            return Ok(Run::NotBuilt);
        };
        let ended = self.run(program)?;
        let wrong = self.not_as_stated(&ended, &exercise.fails);
        Ok(run(wrong, &exercise.path(), FAILS))
    }

    /// Runs a solution: all tests have to pass.
    ///
    /// # Errors
    ///
    /// If its program does not start.
    pub(super) fn solution(
        self,
        exercise: &Exercise,
    ) -> Result<Run> {
        let name = solution(exercise);
        let Some(program) = self.programs.get(&name) else {
            return Ok(Run::NotBuilt);
        };
        let wrong = self.not_passed(&self.run(program)?);
        Ok(run(wrong, &exercise.solution(), PASSES))
    }

    fn run(self, program: &Path) -> Result<Ended> {
        let mut command = Command::new(program);
        command
            .current_dir(self.root.join(PRACTICE))
            .env("RUST_BACKTRACE", "0")
            .env_remove("RUST_TEST_THREADS");
        process::run(&mut command, self.options.limit, MOST)
            .with_context(|| program.display().to_string())
    }

    /// Says in what an unsolved exercise does not fail as stated.
    fn not_as_stated(
        self,
        ended: &Ended,
        Fails { test, says }: &Fails,
    ) -> Option<String> {
        let Ended { status, output } = ended;
        let Some(status) = status else {
            return Some(self.hangs());
        };
        if status.success() {
            return Some(format!(
                "its tests pass before it is solved: {test} should \
                 fail"
            ));
        }
        let failed = told::failures(output);
        if !failed.contains(test) {
            return Some(format!(
                "{test} should fail, but {}",
                fails(&failed, output)
            ));
        }
        let lines = told::lines(output, test);
        let is_said = lines.iter().any(|it| it.contains(says));
        (!is_said).then(|| {
            let said = panic_message(&lines);
            format!("{test} should say “{says}”, but says “{said}”")
        })
    }

    /// Says why a solution does not pass.
    fn not_passed(self, ended: &Ended) -> Option<String> {
        let Ended { status, output } = ended;
        match status {
            None => Some(self.hangs()),
            Some(status) if status.success() => None,
            Some(_) => {
                let failed = told::failures(output);
                let what = fails(&failed, output);
                Some(format!("should pass, but {what}"))
            }
        }
    }

    fn hangs(self) -> String {
        let seconds = self.options.limit.as_secs();
        format!(
            "hangs: it was ended after {seconds} s; a test that \
             waits needs a limit of its own"
        )
    }
}

/// Returns what a run has shown in which `wrong` was wrong.
fn run(
    wrong: Option<String>,
    path: &str,
    rule: &'static str,
) -> Run {
    wrong.map_or(Run::Good, |sentence| {
        Run::Wrong(Finding::about(path, sentence).of_rule(rule))
    })
}

/// Says which tests failed, and what the first one says.
fn fails(failed: &[String], output: &str) -> String {
    let Some(first) = failed.first() else {
        let last = output.trim_end().lines().last();
        let last = last.unwrap_or_default();
        return format!("it ends early, with “{last}”");
    };
    let said = panic_message(&told::lines(output, first));
    let failed = failed.join(", ");
    format!("what fails is {failed}: “{said}”")
}

/// Returns the line that a panic says: the one below the line that
/// names the place.
fn panic_message<'a>(lines: &[&'a str]) -> &'a str {
    let mut lines = lines.iter();
    lines.find(|line| {
        line.starts_with("thread '") && line.contains("panicked at")
    });
    lines.next().copied().unwrap_or_default()
}
