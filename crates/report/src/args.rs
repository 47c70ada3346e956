//! The command line.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Error, Parser, ValueExt};

/// How this program is called.
pub(crate) const USAGE: &str = "\
Usage: bench [LESSON]... [--quick]
       bench --record [LESSON]...";

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Measures the lessons, and makes a page of it.

Usage:
  bench            measure all lessons; it says how long it takes
  bench LESSON...  measure these; the page keeps the others
  bench --record   make the figures of the last time the reference

Options:
  --quick           two minutes, and too few runs for a verdict
  --record          measure nothing, keep what was measured
  --from FOLDER     measure nothing, take what criterion left there
                    (target/criterion); once for each run
  --out FOLDER      for page and figures [default: target/report]
  --reference FILE  the figures to stand beside
                    [default: docs/bench/reference.json]
";

/// A parsed command line.
#[derive(Debug, Default)]
pub(crate) struct Args {
    pub(crate) help: bool,
    /// All of them, if none is named.
    pub(crate) lessons: Vec<String>,
    pub(crate) quick: bool,
    pub(crate) record: bool,
    pub(crate) from: Vec<PathBuf>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) reference: Option<PathBuf>,
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
        let mut args = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    args.help = true;
                }
                Arg::Long("quick") => args.quick = true,
                Arg::Long("record") => args.record = true,
                Arg::Long("from") => {
                    args.from.push(parser.value()?.into());
                }
                Arg::Long("out") => {
                    args.out = Some(parser.value()?.into());
                }
                Arg::Long("reference") => {
                    args.reference = Some(parser.value()?.into());
                }
                Arg::Value(lesson) => {
                    args.lessons.push(lesson.string()?);
                }
                _ => return Err(argument.unexpected()),
            }
        }
        if args.record && (args.quick || !args.from.is_empty()) {
            return Err("--record measures nothing: it takes \
                        neither --quick nor --from"
                .into());
        }
        Ok(args)
    }

    /// Tells whether `lesson` is one of those that are asked for.
    /// A bench is a file, `char_finder`; the lesson `char-finder`.
    pub(crate) fn wants(&self, lesson: &str) -> bool {
        let mut lessons = self.lessons.iter();
        self.lessons.is_empty()
            || lessons.any(|it| is_same(it, lesson))
    }

    /// Returns a lesson that is asked for and is none of `known`.
    pub(crate) fn unknown<T: AsRef<str>>(
        &self,
        known: &[T],
    ) -> Option<&str> {
        let is_known = |it: &&String| {
            known.iter().any(|known| is_same(known.as_ref(), it))
        };
        let unknown = self.lessons.iter().find(|it| !is_known(it));
        unknown.map(String::as_str)
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.replace('_', "-") == other.replace('_', "-")
}
