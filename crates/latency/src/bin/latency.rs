//! The ladder of waiting, measured on this machine.

use std::process::ExitCode;

use latency::{PROGRAM, run};
use lesson::{Args, exit};

fn main() -> ExitCode {
    exit::with(run(&Args::parse(&PROGRAM)))
}
