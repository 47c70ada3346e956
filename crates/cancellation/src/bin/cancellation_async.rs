//! Asks an async task to stop, and shows what is lost then.

use std::process::ExitCode;

use cancellation::{Unit, child::Part, program, show};
use lesson::Args;

fn main() -> ExitCode {
    lesson::exit::with(cancel())
}

fn cancel() -> anyhow::Result<ExitCode> {
    if let Some(part) = Part::of_this_process() {
        part.play(Unit::Task)?;
    } else {
        show::tasks(&Args::parse(&program::ASYNC))?;
    }
    Ok(ExitCode::SUCCESS)
}
