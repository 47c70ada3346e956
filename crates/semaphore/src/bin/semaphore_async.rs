//! At most so many at once, by async tasks.

use std::process::ExitCode;

fn main() -> ExitCode {
    lesson::exit::with(semaphore::show_tasks())
}
