//! The tools of whoever sets, solves or watches exercises.
//!
//! ```text
//! cargo run -q --bin classroom -- update
//! ```
//!
//! - `update` makes of the texts what rustlings reads
//!
//! The recipes of the justfile are these commands.

mod args;
mod rules;
mod update;

use std::{ffi::OsString, process::ExitCode};

use anyhow::Result;
use lesson::{exit, say};

use args::{Args, Command, HELP, USAGE};
pub use rules::findings;

/// Does what the command line `arguments` asks for; wrong usage
/// is told on standard error, with the usage lines.
///
/// # Errors
///
/// If a file cannot be read or written.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<ExitCode> {
    let args = match Args::parse(arguments) {
        Ok(args) => args,
        Err(error) => return Ok(exit::wrong_usage(error, USAGE)),
    };
    match args.command {
        Command::Help => say!("{}", HELP.trim_end()),
        Command::Update => update::write(&args.root()?)?,
    }
    Ok(ExitCode::SUCCESS)
}
