//! The command line.

use std::{env, ffi::OsString, path::PathBuf};

use anyhow::{Context, Result};
use lexopt::{Arg, Error, Parser, ValueExt};

/// How this program is called.
pub(crate) const USAGE: &str = "\
Usage: classroom update";

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Keeps the exercises, and shows how a class stands.

Usage:
  classroom update  write what rustlings reads: info.toml, and the
                    list of programs in crates/practice/Cargo.toml
";

/// A parsed command line.
#[derive(Debug)]
pub(crate) struct Args {
    root: Option<PathBuf>,
    pub(crate) command: Command,
}

#[derive(Debug)]
pub(crate) enum Command {
    Help,
    Update,
}

impl Args {
    /// Parses `arguments`.
    ///
    /// # Errors
    ///
    /// If they are wrong usage.
    pub(crate) fn parse(
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Result<Self, Error> {
        let mut parser = Parser::from_args(arguments);
        let mut root = None;
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    let command = Command::Help;
                    return Ok(Self { root, command });
                }
                Arg::Long("root") => {
                    root = Some(parser.value()?.into());
                }
                Arg::Value(word) => {
                    let command = Command::parse(
                        &word.string()?,
                        &mut parser,
                    )?;
                    return Ok(Self { root, command });
                }
                _ => return Err(argument.unexpected()),
            }
        }
        Err("no command given".into())
    }

    /// Returns the workspace: `--root`, or the folder that has
    /// `crates/`, from the current one upwards.
    ///
    /// # Errors
    ///
    /// If there is none around us.
    pub(crate) fn root(&self) -> Result<PathBuf> {
        if let Some(root) = &self.root {
            return Ok(root.clone());
        }
        let here = env::current_dir()?;
        let mut folders = here.ancestors();
        let root =
            folders.find(|it| it.join(course::PRACTICE).is_dir());
        let root = root.map(PathBuf::from);
        root.context("start this inside of the workspace")
    }
}

impl Command {
    fn parse(
        word: &str,
        parser: &mut Parser,
    ) -> Result<Self, Error> {
        match word {
            "update" => alone(parser, Self::Update),
            _ => Err(format!("no command '{word}'").into()),
        }
    }
}

/// Returns `command`, which takes nothing but `--help`.
fn alone(
    parser: &mut Parser,
    command: Command,
) -> Result<Command, Error> {
    match parser.next()? {
        None => Ok(command),
        Some(Arg::Short('h') | Arg::Long("help")) => {
            Ok(Command::Help)
        }
        Some(argument) => Err(argument.unexpected()),
    }
}
