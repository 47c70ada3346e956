//! Downloads flags and their countries' names on threads.

use std::process::ExitCode;

fn main() -> ExitCode {
    lesson::exit::with(countries::show::threads())
}
