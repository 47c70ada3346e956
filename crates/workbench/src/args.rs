//! The command line.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Error, Parser, ValueExt};

use crate::{diff, new};

/// How this program is called.
pub(crate) const USAGE: &str = "\
Usage: workbench diff LESSON [--step NAME] [--without-await]
       workbench new NAME [--from LESSON]
       workbench loom";

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Shows pairs, starts new lessons, and runs the models.

Usage:
  workbench diff LESSON  show a pair in two columns, row by row
  workbench new NAME     copy the smallest lesson, and rename it
  workbench loom         run the models of all crates that have any

Options of diff:
  --step NAME      this pair, and not the first
  --without-await  hide `async` and `.await`, and see what is left
  --width N        as in a terminal of N columns

Options of new:
  --from LESSON    copy this lesson, and not the smallest

Colours are for terminals. NO_COLOR=1 turns them off, and
CLICOLOR_FORCE=1 on, for a pager: `… | less -R`.
";

/// The narrowest terminal that is any use.
const MIN_WIDTH: usize = 40;

/// A parsed command line.
#[derive(Debug)]
pub(crate) struct Args {
    /// The workspace, if it is not the one around us; for tests.
    pub(crate) root: Option<PathBuf>,
    pub(crate) command: Command,
}

#[derive(Debug)]
pub(crate) enum Command {
    Help,
    Diff(diff::Options),
    New(new::Options),
    Loom,
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
}

impl Command {
    fn parse(
        word: &str,
        parser: &mut Parser,
    ) -> Result<Self, Error> {
        match word {
            "diff" => parse_diff(parser),
            "new" => parse_new(parser),
            "loom" => parse_loom(parser),
            _ => Err(format!("no command '{word}'").into()),
        }
    }
}

fn parse_diff(parser: &mut Parser) -> Result<Command, Error> {
    let mut options = diff::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => {
                return Ok(Command::Help);
            }
            Arg::Long("step") => {
                options.step = Some(parser.value()?.string()?);
            }
            Arg::Long("without-await") => {
                options.without_await = true;
            }
            Arg::Long("width") => {
                let width = parser.value()?.parse()?;
                if width < MIN_WIDTH {
                    let least =
                        format!("--width: at least {MIN_WIDTH}");
                    return Err(least.into());
                }
                options.width = Some(width);
            }
            Arg::Value(word) if options.lesson.is_none() => {
                options.lesson = Some(word.string()?);
            }
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Command::Diff(options))
}

fn parse_new(parser: &mut Parser) -> Result<Command, Error> {
    let (mut name, mut from) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => {
                return Ok(Command::Help);
            }
            Arg::Long("from") => {
                from = Some(parser.value()?.string()?);
            }
            Arg::Value(word) if name.is_none() => {
                name = Some(word.string()?);
            }
            _ => return Err(argument.unexpected()),
        }
    }
    let name = name.ok_or("how is the lesson to be called?")?;
    Ok(Command::New(new::Options { name, from }))
}

fn parse_loom(parser: &mut Parser) -> Result<Command, Error> {
    match parser.next()? {
        None => Ok(Command::Loom),
        Some(Arg::Short('h') | Arg::Long("help")) => {
            Ok(Command::Help)
        }
        Some(argument) => Err(argument.unexpected()),
    }
}
