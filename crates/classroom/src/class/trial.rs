//! Runs the tests of one program, with a limit.

use std::{path::Path, process::Command, time::Duration};

use anyhow::{Context, Result};

use crate::{
    process::{self, Ended},
    told::{counts, failures},
};

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
