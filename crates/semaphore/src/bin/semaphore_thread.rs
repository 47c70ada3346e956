//! At most so many at once, by threads.

use std::process::ExitCode;

fn main() -> ExitCode {
    lesson::exit::with(semaphore::show_threads())
}
