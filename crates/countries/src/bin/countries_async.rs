//! Downloads flags and their countries' names by async tasks.

use std::process::ExitCode;

fn main() -> ExitCode {
    lesson::exit::with(countries::show::tasks())
}
