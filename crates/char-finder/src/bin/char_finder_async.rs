//! Finds characters by their names: a task for each connection.

use std::process::ExitCode;

use char_finder::{Unit, program, show::show};
use lesson::Args;

fn main() -> ExitCode {
    let args = Args::parse(&program::ASYNC);
    let shown = show(Unit::Task, &args).map(|()| ExitCode::SUCCESS);
    lesson::exit::with(shown.map_err(Into::into))
}
