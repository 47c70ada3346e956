//! What a waiting task costs.

use std::process::ExitCode;

use footprint::{ASYNC, show_tasks};
use lesson::{Args, exit};

fn main() -> ExitCode {
    exit::with(show_tasks(&Args::parse(&ASYNC)))
}
