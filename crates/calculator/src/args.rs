//! The command line.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Error, Parser, ValueExt};

/// How this program is called.
pub(crate) const USAGE: &str = "\
Usage: calculator constants|predict|record [--dir DIR]";

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Measures what the calculator in the book stands on.

Usage:
  calculator constants  measure what requests, threads and tasks use
  calculator predict    predict six cases, run them, tell the errors
  calculator record     both, one after the other

Each runs the downloads by `compare`: a minute or two on a machine
that does nothing else.

Options:
  --dir DIR             for constants.json and predictions.json;
                        times are taken from the figures.json
                        there, if there is one [default:
                        docs/bench, with its reference.json]
  --compare PROGRAM     run this, and do not build compare
";

/// A parsed command line.
#[derive(Debug)]
pub(crate) struct Args {
    pub(crate) command: Command,
    pub(crate) dir: Option<PathBuf>,
    pub(crate) compare: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Constants,
    Predict,
    Record,
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
        let (mut dir, mut compare) = (None, None);
        let mut command = None;
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    command = Some(Command::Help);
                    break;
                }
                Arg::Long("dir") => {
                    dir = Some(parser.value()?.into());
                }
                Arg::Long("compare") => {
                    compare = Some(parser.value()?.into());
                }
                Arg::Value(word) if command.is_none() => {
                    let word = word.string()?;
                    command = Some(match word.as_str() {
                        "constants" => Command::Constants,
                        "predict" => Command::Predict,
                        "record" => Command::Record,
                        _ => {
                            let what =
                                format!("no command '{word}'");
                            return Err(what.into());
                        }
                    });
                }
                _ => return Err(argument.unexpected()),
            }
        }
        let command = command.ok_or("no command is named")?;
        Ok(Self { command, dir, compare })
    }
}
