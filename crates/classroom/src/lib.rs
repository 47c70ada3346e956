//! The tools of whoever sets, solves or watches exercises.
//!
//! ```text
//! cargo run -q --bin classroom -- --help
//! ```
//!
//! - `restart` gives a student an exercise as it was set
//! - `hand-in` writes one small file for the teacher
//! - `class` shows how far each student of a class has come
//! - `pack` fills a stick for a room without a network
//! - `update` makes of the texts what rustlings reads
//! - `check` runs all exercises, and their solutions under load
//!
//! What can be seen without running anything is checked by
//! [`findings`], which `cargo test -p classroom` calls.
//!
//! The recipes of the justfile are these commands.

mod args;
mod cargo;
mod check;
mod class;
mod git;
mod hand_in;
mod messages;
mod names;
mod pack;
mod process;
mod restart;
mod rules;
mod state;
mod told;
mod update;
mod whole;
mod work;

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
    let root = args.root();
    match args.command {
        Command::Help => say!("{}", HELP.trim_end()),
        Command::Restart(name) => {
            restart::restart(&root?, &name)?;
        }
        Command::HandIn(options) => {
            hand_in::write(&root?, options)?;
        }
        Command::Class(options) => {
            return class::show(&root?, &options);
        }
        Command::Pack(options) => pack::pack(&root?, &options)?,
        Command::Update => update::write(&root?)?,
        Command::Check(options) => {
            return check::check(&root?, &options);
        }
    }
    Ok(ExitCode::SUCCESS)
}
