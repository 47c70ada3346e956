//! What the tests of all crates share: no test may hang, and
//! programs are run as a learner runs them.
//!
//! - [`in_time`]: a deadline for whatever waits
//! - [`run`]: a program, with its output to a pipe
//! - [`on_terminal`]: a program on a terminal of its own
//! - [`Running`]: a program that ends with its test
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
