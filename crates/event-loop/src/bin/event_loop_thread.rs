//! Waits for six sources at once, with a thread for each.

use std::process::ExitCode;

use event_loop::show;
use lesson::Args;

fn main() -> ExitCode {
    let args = Args::parse(&event_loop::THREAD);
    lesson::exit::with(show::run_thread(&args))
}
