//! The result that is not there yet, in the world of tasks.

use std::process::ExitCode;

use futures_vs_tasks::{ASYNC, show_tasks};
use lesson::Args;

fn main() -> ExitCode {
    let args = Args::parse(&ASYNC);
    let shown = show_tasks(&args).map(|()| ExitCode::SUCCESS);
    lesson::exit::with(shown.map_err(Into::into))
}
