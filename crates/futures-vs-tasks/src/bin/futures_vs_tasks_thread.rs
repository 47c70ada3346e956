//! The result that is not there yet, in the world of threads.

use std::process::ExitCode;

use futures_vs_tasks::{THREAD, show_threads};
use lesson::Args;

fn main() -> ExitCode {
    let args = Args::parse(&THREAD);
    let shown = show_threads(&args).map(|()| ExitCode::SUCCESS);
    lesson::exit::with(shown.map_err(Into::into))
}
