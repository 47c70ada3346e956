//! Three requests in turn, by tasks.

use std::process::ExitCode;

use callbacks::{ASYNC, show_tasks};
use flags::Setup;

fn main() -> ExitCode {
    lesson::exit::with(run())
}

fn run() -> anyhow::Result<ExitCode> {
    show_tasks(Setup::begin(&ASYNC, flag_server::embed)?)
}
