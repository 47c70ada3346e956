//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code)]

use std::{process::Output, sync::mpsc, thread, time::Duration};

use assert_cmd::Command;

/// No test waits longer than this for anything.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);

pub(crate) const STEPS: [&str; 4] =
    ["told", "frozen", "cancel", "cpu_bound"];

pub(crate) const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_spinner_thread"),
    env!("CARGO_BIN_EXE_spinner_async"),
];

/// Short times, on a command line.
pub(crate) const QUICK: [&str; 4] =
    ["--tick", "4ms", "--work", "60ms"];

/// Returns what `work` returns.
///
/// # Panics
///
/// If that takes longer than the deadline, or `work` panics.
pub(crate) fn in_time<T: Send + 'static>(
    what: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> T {
    let (sender, end) = mpsc::channel();
    thread::spawn(move || sender.send(work()).ok());
    end.recv_timeout(DEADLINE)
        .unwrap_or_else(|end| panic!("{what}: {end}"))
}

/// Runs `program`, with its output to a pipe.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program)
        .args(arguments)
        .timeout(DEADLINE)
        .output()
        .expect("the program runs")
}

pub(crate) fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("the output is UTF-8")
}
