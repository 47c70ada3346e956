//! The command line.

use std::{env, ffi::OsString, path::PathBuf};

use anyhow::{Context, Result};
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::{check, class, hand_in, pack};

/// How this program is called.
pub(crate) const USAGE: &str = "\
Usage: classroom restart NAME
       classroom hand-in [FILE] [--name NAME] [--force]
       classroom class DIR [--only NAME] [--limit SECONDS] [--json]
       classroom pack FILE.tar.gz [--force]
       classroom pack --check
       classroom update
       classroom check [NAME...] [--times N] [--limit SECONDS]";

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Keeps the exercises, and shows how a class stands.

For students:
  classroom restart NAME    restore an exercise; what you had
                            written is kept beside
  classroom hand-in [FILE]  write one small file for the teacher
    --name NAME             yours, if git does not know it
    --force                 write over a file that is there

For teachers:
  classroom class DIR       show how far each of the students is
                            whose clones, or hand-in files, are in
                            the folder DIR; it runs their programs
    --only NAME             look at this exercise alone
    --limit SECONDS         end the tests of an exercise after that
                            time, and not after 30 s
    --json                  for other programs
  classroom pack FILE       put the last commit, all sources it
                            needs, and the book into one archive
    --force                 write over a file that is there
    --check                 only see whether it builds offline

For authors:
  classroom update  write, in crates/practice, what is made of the
                    texts: info.toml, originals.json, and the list
                    of programs in Cargo.toml
  classroom check [NAME...]
                    run all exercises, or these: each has to fail as
                    it should, and each solution to pass under load
    --times N       run each solution N times, and not 3
    --limit SECONDS end a program after that time, and not after 20
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
    Restart(String),
    HandIn(hand_in::Options),
    Class(class::Options),
    Pack(pack::Options),
    Update,
    Check(check::Options),
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
            "restart" => named(parser),
            "hand-in" => {
                let options = hand_in::Options::parse(parser)?;
                Ok(options.map_or(Self::Help, Self::HandIn))
            }
            "class" => {
                let options = class::Options::parse(parser)?;
                Ok(options.map_or(Self::Help, Self::Class))
            }
            "pack" => {
                let options = pack::Options::parse(parser)?;
                Ok(options.map_or(Self::Help, Self::Pack))
            }
            "update" => alone(parser, Self::Update),
            "check" => {
                let options = check::Options::parse(parser)?;
                Ok(options.map_or(Self::Help, Self::Check))
            }
            _ => Err(format!("no command '{word}'").into()),
        }
    }
}

/// Parses the name of the exercise to restart, and nothing else.
fn named(parser: &mut Parser) -> Result<Command, Error> {
    match parser.next()? {
        Some(Arg::Value(name)) => {
            alone(parser, Command::Restart(name.string()?))
        }
        Some(Arg::Short('h') | Arg::Long("help")) => {
            Ok(Command::Help)
        }
        Some(argument) => Err(argument.unexpected()),
        None => Err("which exercise?".into()),
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
