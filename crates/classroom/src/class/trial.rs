//! Runs the tests of one program, with a limit.

use std::{path::Path, process::Command, time::Duration};

use anyhow::{Context, Result};

use crate::process::{self, Ended};

/// The most that a program may say, in bytes.
const MOST: usize = 1024 * 1024;

/// What ntest says when the time of a test is over.
const NTEST: &str = "timeout: the function call took";

/// What tests say of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// All tests that were set have passed.
    Passes,
    /// These have not.
    Fails(Vec<String>),
    /// The time was over: that of one test, or of all.
    TimeOut,
    /// It ended before its tests did.
    EndsEarly,
    /// The compiler's first error.
    DoesNotCompile(String),
    /// Cargo did not come to it.
    NotBuilt,
}

/// Runs `program`, which should pass `expected` tests.
///
/// # Errors
///
/// If it cannot be started.
pub(crate) fn run(
    program: &Path,
    expected: usize,
    limit: Duration,
) -> Result<Verdict> {
    // What it writes into its own folder goes with the folder.
    let folder = tempfile::tempdir().context("no folder")?;
    let mut command = Command::new(program);
    command
        .current_dir(folder.path())
        .env("RUST_BACKTRACE", "0")
        .env_remove("RUST_TEST_THREADS");
    let ended = process::run(&mut command, limit, MOST)
        .with_context(|| program.display().to_string())?;
    Ok(verdict(&ended, expected))
}

/// Judges how a program has ended.
fn verdict(ended: &Ended, expected: usize) -> Verdict {
    let Ended { status, output } = ended;
    let Some(status) = status else {
        return Verdict::TimeOut;
    };
    let counts = output.lines().rev().find_map(counts);
    match counts {
        _ if output.contains(NTEST) => Verdict::TimeOut,
        Some((passed, 0))
            if status.success() && passed >= expected =>
        {
            Verdict::Passes
        }
        Some((_, 1..)) => Verdict::Fails(failures(output)),
        _ => Verdict::EndsEarly,
    }
}

/// Reads how many tests passed and failed:
/// `test result: ok. 2 passed; 0 failed; 0 ignored; …`.
fn counts(line: &str) -> Option<(usize, usize)> {
    let line = line.strip_prefix("test result: ")?;
    let (_, counts) = line.split_once(". ")?;
    let mut counts = counts.split("; ");
    let passed = counts.next()?.strip_suffix(" passed")?;
    let failed = counts.next()?.strip_suffix(" failed")?;
    Some((passed.parse().ok()?, failed.parse().ok()?))
}

/// Returns the names of the tests that failed, from the list that
/// ends the output, without their module.
fn failures(output: &str) -> Vec<String> {
    let Some((_, list)) = output.rsplit_once("\nfailures:\n")
    else {
        return Vec::new();
    };
    let names = list.lines().take_while(|line| !line.is_empty());
    let bare = |name: &str| {
        let name = name.trim();
        name.rsplit_once("::").map_or(name, |it| it.1).to_owned()
    };
    names.map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAILED: &str = "
running 2 tests
test tests::a_is_so ... ok
test tests::b_is_so ... FAILED

failures:

---- tests::b_is_so stdout ----
it is not

failures:
    tests::b_is_so

test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured
";

    #[test]
    fn counts_are_read_from_the_last_line() {
        assert_eq!(
            FAILED.lines().rev().find_map(counts),
            Some((1, 1))
        );
        assert_eq!(counts("test tests::a_is_so ... ok"), None);
    }

    #[test]
    fn tests_that_failed_are_named() {
        assert_eq!(failures(FAILED), ["b_is_so"]);
        assert!(failures("").is_empty());
    }
}
