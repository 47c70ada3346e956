//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::process::Output;

pub(crate) use testing::{DEADLINE, in_time, text};

pub(crate) const STEPS: [&str; 4] =
    ["told", "frozen", "cancel", "cpu_bound"];

pub(crate) const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_spinner_thread"),
    env!("CARGO_BIN_EXE_spinner_async"),
];

/// Short times, on a command line.
pub(crate) const QUICK: [&str; 4] =
    ["--tick", "4ms", "--work", "60ms"];

/// Runs `program`, with its output to a pipe.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Output {
    testing::run(program, &arguments.join(" "))
}
