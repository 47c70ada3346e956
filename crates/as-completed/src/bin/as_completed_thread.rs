//! Results in the order in which they are there, by threads.

use std::process::ExitCode;

use as_completed::{THREAD, show_threads};
use flags::Setup;

fn main() -> ExitCode {
    lesson::exit::with(show())
}

fn show() -> anyhow::Result<ExitCode> {
    show_threads(Setup::begin(&THREAD, flag_server::embed)?)
}
