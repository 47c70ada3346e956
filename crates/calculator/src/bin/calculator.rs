//! Measures the calculator's constants, and how far off it is.

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments = env::args_os().skip(1);
    lesson::exit::with(calculator::run(arguments))
}
