//! Downloads flags and their countries' names on threads.

use std::process::ExitCode;

use countries::{many, program::THREAD, show};

fn main() -> ExitCode {
    let many = many::thread::download_many;
    lesson::exit::with(show::step(&THREAD, &many))
}
