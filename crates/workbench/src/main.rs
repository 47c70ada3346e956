//! Shows pairs, starts new lessons, and runs the models.

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments = env::args_os().skip(1);
    lesson::exit::with(workbench::run(arguments))
}
