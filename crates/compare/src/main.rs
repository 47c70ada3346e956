//! Runs every version as a process of its own, and prints what
//! each of them cost.

use std::{io, process::ExitCode};

use clap::{CommandFactory, Parser};
use compare::Args;

fn main() -> ExitCode {
    let args = Args::try_parse().and_then(Args::checked);
    let args = args.unwrap_or_else(|error| {
        flags::args::end(error, &mut Args::command())
    });
    lesson::exit::with(compare::run(
        &args,
        &mut io::stdout().lock(),
    ))
}
