//! Transfers between accounts, on async tasks.

use std::process::ExitCode;

use critical_section::{ASYNC, show_tasks};
use lesson::{Args, exit};

fn main() -> ExitCode {
    exit::with(run())
}

fn run() -> anyhow::Result<ExitCode> {
    show_tasks(&Args::parse(&ASYNC))?;
    Ok(ExitCode::SUCCESS)
}
