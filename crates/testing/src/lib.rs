//! What the tests of all crates share: no test may hang, and
//! programs are run as a learner runs them.
//!
//! - [`in_time`]: a deadline for whatever waits
//! - [`run`]: a program, with its output to a pipe
//! - [`on_terminal`]: a program on a terminal of its own
//! - [`Running`]: a program that ends with its test
//! - [`fits_terminal`], [`last_line`]: what a program has said
//! - [`canned_server`]: answers whatever a test wants

use std::{
    process::{Child, Output},
    sync::mpsc,
    thread,
    time::Duration,
};

use assert_cmd::Command;

mod canned;
#[cfg(unix)]
mod terminal;
pub use canned::{Canned, canned_server};
#[cfg(unix)]
pub use terminal::on_terminal;

/// No test waits longer than this for anything.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// Returns what `work` returns.
///
/// # Panics
///
/// If that takes longer than the deadline, or `work` panics; the
/// message begins with `what`.
pub fn in_time<T: Send + 'static>(
    what: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> T {
    let (sender, end) = mpsc::channel();
    thread::spawn(move || sender.send(work()).ok());
    end.recv_timeout(DEADLINE)
        .unwrap_or_else(|end| panic!("{what}: {end}"))
}

/// Runs `program` with its output to a pipe; `arguments` are
/// separated by spaces. What runs longer than the deadline is
/// ended.
///
/// # Panics
///
/// If the program does not start.
pub fn run(program: &str, arguments: &str) -> Output {
    Command::new(program)
        .args(arguments.split_whitespace())
        .timeout(DEADLINE)
        .output()
        .expect("the program runs")
}

/// Returns an output as text.
///
/// # Panics
///
/// If it is none.
pub fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("the output is UTF-8")
}

/// Checks that `said` fits a terminal of 24 lines of 80 columns,
/// of which the last line is for the prompt.
///
/// # Panics
///
/// If it does not, or has control characters other than new lines.
pub fn fits_terminal(said: &str) {
    assert!(said.lines().count() < 24, "{said}");
    for line in said.lines() {
        assert!(line.chars().count() <= 80, "{line}");
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}

/// Returns the last line of `said` but for notices in parentheses,
/// as debug builds give them.
///
/// # Panics
///
/// If there is none.
pub fn last_line(said: &str) -> &str {
    let notice = |line: &&str| line.starts_with('(');
    let mut lines = said.lines().rev().skip_while(notice);
    lines.next().expect("a line")
}

/// A program that ends with the test, whatever happens.
#[derive(Debug)]
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only if it has ended by itself.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}
