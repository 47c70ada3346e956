//! The command line.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Error, Parser, ValueExt};

/// How this program is called.
pub(crate) const USAGE: &str = "\
Usage: book [--out DIR]
       book record [WORD…] [--all]";

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Builds the book in both languages, from docs/ and the sources.

Usage:
  book                  build it into target/book, and check it
  book record [WORD…]   run the commands that pages show, and keep
                        what they print: those of which nothing
                        is kept yet, or those that hold a WORD

Options:
  --out DIR             build it there; what is there is replaced
  --all                 record all of them anew
";

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
    Build { out: Option<PathBuf> },
    Record { words: Vec<String>, all: bool },
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
        let (mut root, mut out, mut all) = (None, None, false);
        let mut record = None::<Vec<String>>;
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    let command = Command::Help;
                    return Ok(Self { root, command });
                }
                Arg::Long("root") => {
                    root = Some(parser.value()?.into());
                }
                Arg::Long("out") if record.is_none() => {
                    out = Some(parser.value()?.into());
                }
                Arg::Long("all") if record.is_some() => all = true,
                Arg::Value(word) => {
                    let word = word.string()?;
                    match &mut record {
                        Some(words) => words.push(word),
                        None if word == "record"
                            && out.is_none() =>
                        {
                            record = Some(Vec::new());
                        }
                        None => {
                            let what =
                                format!("no command '{word}'");
                            return Err(what.into());
                        }
                    }
                }
                _ => return Err(argument.unexpected()),
            }
        }
        let command = match record {
            Some(words) => Command::Record { words, all },
            None => Command::Build { out },
        };
        Ok(Self { root, command })
    }
}
