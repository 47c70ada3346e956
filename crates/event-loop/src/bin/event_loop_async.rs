//! Waits for six sources at once, on one thread.

use std::process::ExitCode;

use event_loop::show;
use lesson::Args;

fn main() -> ExitCode {
    let args = Args::parse(&event_loop::ASYNC);
    lesson::exit::with(show::run_async(&args))
}
