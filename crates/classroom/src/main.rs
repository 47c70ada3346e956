//! Keeps the exercises, and shows how a class stands.

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments = env::args_os().skip(1);
    lesson::exit::with(classroom::run(arguments))
}
