//! Finds characters by their names: a thread for each connection.

use std::process::ExitCode;

use char_finder::{Unit, program, show::show};

fn main() -> ExitCode {
    let shown = show(Unit::Thread, &program::THREAD);
    lesson::exit::with(shown.map_err(Into::into))
}
