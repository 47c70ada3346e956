//! The tools of whoever reads or adds a lesson.
//!
//! ```text
//! cargo run -q --bin workbench -- diff download --without-await
//! cargo run -q --bin workbench -- new ticker
//! cargo run -q --bin workbench -- loom
//! ```
//!
//! - `diff` shows a pair in two columns, row by row
//! - `new` copies the smallest lesson under another name
//! - `loom` runs the models of all crates that have any
//!
//! The recipes of the justfile are these commands.

mod args;
mod diff;
mod loom;
mod new;
mod pairs;

use std::{env, ffi::OsString, path::PathBuf, process::ExitCode};

use anyhow::Context;
use lesson::{exit, say};

use args::{Args, Command, HELP, USAGE};

/// The command line asks for what there is not.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Usage(String);

/// Does what the command line `arguments` asks for; wrong usage
/// is told on standard error, with the usage lines.
///
/// # Errors
///
/// If a file cannot be read or written, or cargo cannot be run.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
) -> anyhow::Result<ExitCode> {
    let done = match Args::parse(arguments) {
        Ok(args) => perform(args),
        Err(error) => Err(Usage(error.to_string()).into()),
    };
    match done {
        Err(error) if error.is::<Usage>() => {
            Ok(exit::wrong_usage(error, USAGE))
        }
        done => done,
    }
}

fn perform(args: Args) -> anyhow::Result<ExitCode> {
    let root = || args.root.map_or_else(find_root, Ok);
    match args.command {
        Command::Help => say!("{}", HELP.trim_end()),
        Command::Diff(options) => diff::show(&root()?, &options)?,
        Command::New(options) => new::create(&root()?, &options)?,
        Command::Loom => return loom::check(&root()?),
    }
    Ok(ExitCode::SUCCESS)
}

/// Finds the workspace: the folder that has `crates/`, from the
/// current one upwards.
fn find_root() -> anyhow::Result<PathBuf> {
    let here = env::current_dir()?;
    let mut folders = here.ancestors();
    let root = folders.find(|folder| {
        folder.join("Cargo.toml").is_file()
            && folder.join("crates").is_dir()
    });
    let root = root.map(PathBuf::from);
    root.context("start this inside of the workspace")
}
