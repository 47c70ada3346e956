//! Builds the book.

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments = env::args_os().skip(1);
    lesson::exit::with(book::run(arguments))
}
