//! Three requests in turn, by threads.

use std::process::ExitCode;

use callbacks::{THREAD, show_threads};
use flags::Setup;

fn main() -> ExitCode {
    lesson::exit::with(run())
}

fn run() -> anyhow::Result<ExitCode> {
    show_threads(Setup::begin(&THREAD, flag_server::embed)?)
}
