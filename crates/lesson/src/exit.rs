//! What a program's end tells the system.
//!
//! 0: all done. 1: some of the work failed, and the report says
//! which and why. 2: wrong usage.

use std::{fmt::Display, io, process::ExitCode};

/// Some of the work failed, and was reported.
pub const SOME_FAILED: u8 = 1;

/// Wrong usage.
pub const USAGE: u8 = 2;

/// Turns what a `main` came to into its exit code; an error is
/// told on standard error, with its causes, in one line.
///
/// A closed pipe (`| head`) is no error: whoever read has read
/// enough.
pub fn with(outcome: anyhow::Result<ExitCode>) -> ExitCode {
    match outcome {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(SOME_FAILED)
        }
    }
}

/// Tells that a command line is wrong, and why, with the lines
/// that say how it is used; returns the exit code for that.
pub fn wrong_usage(error: impl Display, usage: &str) -> ExitCode {
    eprintln!("error: {error}\n\n{usage}");
    ExitCode::from(USAGE)
}

/// Tells whether the reader of our output went away.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| {
            error.kind() == io::ErrorKind::BrokenPipe
        })
    })
}
