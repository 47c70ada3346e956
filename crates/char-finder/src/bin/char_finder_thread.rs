//! Finds characters by their names: a thread for each connection.

use std::process::ExitCode;

use char_finder::{Unit, program, show::show};
use lesson::Args;

fn main() -> ExitCode {
    let args = Args::parse(&program::THREAD);
    let shown =
        show(Unit::Thread, &args).map(|()| ExitCode::SUCCESS);
    lesson::exit::with(shown.map_err(Into::into))
}
