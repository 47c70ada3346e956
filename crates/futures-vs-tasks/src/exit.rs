//! Step `exit`: units that are at work when `main` returns.
//!
//! Python waits for its threads before it exits. Rust does not:
//! when `main` returns the process ends, and with it all threads,
//! wherever they are; nothing of theirs is cleaned up. A runtime
//! that is dropped before that drops its tasks, each at its
//! `.await`: what they hold is cleaned up, and the rest of their
//! work is not done either. Who wants a unit to end joins it.

use std::{env, fmt, io, process::Command};

use lesson::say;

use crate::{Parts, Table};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Says so when it is dropped.
#[derive(Debug)]
pub(crate) struct Cleanup;

impl Drop for Cleanup {
    fn drop(&mut self) {
        say!("unit: cleaned up");
    }
}

/// Shows how far the work of a unit came before `main` returned.
pub(crate) fn show(table: &mut Table, parts: &Parts) {
    table.row("its work, as main returns", parts);
}

/// How a program ended that left a unit at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The exit code.
    pub code: Option<i32>,
    /// What its unit said.
    pub said: Vec<String>,
}

/// Runs this very program with this step; its unit would need ten
/// seconds.
///
/// # Errors
///
/// If the system does not start it.
pub fn child() -> io::Result<Left> {
    let output = Command::new(env::current_exe()?)
        .args(["--step", "exit", "--work", "10s"])
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let of_unit =
        |line: &str| line.strip_prefix("unit: ").map(str::to_owned);
    let said = text.lines().filter_map(of_unit).collect();
    Ok(Left { code: output.status.code(), said })
}

impl fmt::Display for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = self.said.join(", ");
        match self.code {
            Some(code) => write!(f, "exit {code}; unit: {said}"),
            None => write!(f, "killed; unit: {said}"),
        }
    }
}
