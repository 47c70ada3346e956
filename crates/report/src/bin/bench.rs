//! Measures the lessons, and makes a page of it.

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments = env::args_os().skip(1);
    lesson::exit::with(report::run(arguments))
}
