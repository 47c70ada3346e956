//! Asks a thread to stop, and shows what is lost then.

use std::process::ExitCode;

use cancellation::{Unit, child::Part, program, show};
use lesson::Args;

fn main() -> ExitCode {
    lesson::exit::with(cancel())
}

fn cancel() -> anyhow::Result<ExitCode> {
    if let Some(part) = Part::of_this_process() {
        part.play(Unit::Thread)?;
    } else {
        show::threads(&Args::parse(&program::THREAD))?;
    }
    Ok(ExitCode::SUCCESS)
}
