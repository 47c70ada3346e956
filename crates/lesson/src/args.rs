//! The command line of lessons that need no HTTP.
//!
//! `--step NAME`, `--slow FACTOR`, `--help`, and what a lesson
//! adds: its durations, counts, files and switches.

use std::{
    collections::BTreeMap, ffi::OsString, path::PathBuf, process,
    time::Duration,
};

use lexopt::{Arg, Parser, ValueExt};

use crate::{Slow, Step, exit, step};

/// What a lesson binary says about itself, and what it takes.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The binary's name.
    pub name: &'static str,
    /// What it shows, in a line or two.
    pub about: &'static str,
    /// Its steps; the first one is run by default.
    pub steps: &'static [Step],
    /// Its own options, beside `--step` and `--slow`.
    pub options: &'static [Opt],
}

/// An option of a lesson.
#[derive(Clone, Copy, Debug)]
pub struct Opt {
    /// What follows the two dashes.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What it is for, in a few words.
    pub about: &'static str,
}

/// What an option takes, with its default.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// A duration such as `3s` or `250ms`; `--slow` stretches it.
    Duration(Duration),
    /// A whole number, at least 1.
    Count(usize),
    /// A file's name; none by default.
    File,
    /// Nothing: the option is there or not.
    Nothing,
}

#[derive(Clone, Debug)]
enum Value {
    Duration(Duration),
    Count(usize),
    File(Option<PathBuf>),
    Switch(bool),
}

/// A parsed command line.
#[derive(Clone, Debug)]
pub struct Args {
    /// The step that was chosen.
    pub step: Step,
    slow: Slow,
    values: BTreeMap<&'static str, Value>,
}

impl Args {
    /// Parses this process's command line; `--help` ends it with
    /// 0, wrong usage with 2 and the usage line.
    pub fn parse(program: &Program) -> Self {
        match Self::parse_from(program, std::env::args_os().skip(1))
        {
            Ok(Some(args)) => args,
            Ok(None) => {
                crate::say!("{}", program.help().trim_end());
                process::exit(0)
            }
            Err(error) => {
                eprintln!("error: {error}\n\n{}", program.usage());
                eprintln!("For more, try '--help'.");
                process::exit(exit::USAGE.into())
            }
        }
    }

    /// Parses `arguments`; returns nothing if they ask for help.
    ///
    /// # Errors
    ///
    /// If they are wrong usage.
    pub fn parse_from(
        program: &Program,
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Result<Option<Self>, lexopt::Error> {
        let defaults = program.options.iter().map(|option| {
            let value = match option.takes {
                Takes::Duration(default) => {
                    Value::Duration(default)
                }
                Takes::Count(default) => Value::Count(default),
                Takes::File => Value::File(None),
                Takes::Nothing => Value::Switch(false),
            };
            (option.name, value)
        });
        let mut args = Self {
            step: program.steps[0],
            slow: Slow::default(),
            values: defaults.collect(),
        };
        let mut parser = Parser::from_args(arguments);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    return Ok(None);
                }
                Arg::Long("step") => {
                    let find = |name: &str| {
                        step::find(program.steps, name)
                    };
                    args.step = parser.value()?.parse_with(find)?;
                }
                Arg::Long("slow") => {
                    args.slow = parser.value()?.parse()?;
                }
                Arg::Long(name) => {
                    let known = |option: &&Opt| option.name == name;
                    let Some(option) =
                        program.options.iter().find(known)
                    else {
                        return Err(argument.unexpected());
                    };
                    let value = option.takes.read(&mut parser)?;
                    args.values.insert(option.name, value);
                }
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(args))
    }

    /// Returns a duration of the lesson, stretched by `--slow`.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn duration(&self, name: &str) -> Duration {
        match self.values.get(name) {
            Some(Value::Duration(value)) => {
                self.slow.stretch(*value)
            }
            _ => panic!("no duration --{name}"),
        }
    }

    /// Returns a number of the lesson.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn count(&self, name: &str) -> usize {
        match self.values.get(name) {
            Some(Value::Count(value)) => *value,
            _ => panic!("no count --{name}"),
        }
    }

    /// Returns a file's name, if one was given.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        match self.values.get(name) {
            Some(Value::File(value)) => value.clone(),
            _ => panic!("no file --{name}"),
        }
    }

    /// Tells whether a switch of the lesson was given.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn switch(&self, name: &str) -> bool {
        match self.values.get(name) {
            Some(Value::Switch(value)) => *value,
            _ => panic!("no switch --{name}"),
        }
    }
}

impl Takes {
    fn read(
        self,
        parser: &mut Parser,
    ) -> Result<Value, lexopt::Error> {
        Ok(match self {
            Self::Duration(_) => Value::Duration(
                parser
                    .value()?
                    .parse_with(humantime::parse_duration)?,
            ),
            Self::Count(_) => Value::Count(
                parser
                    .value()?
                    .parse::<std::num::NonZeroUsize>()?
                    .get(),
            ),
            Self::File => Value::File(Some(parser.value()?.into())),
            Self::Nothing => Value::Switch(true),
        })
    }
}

impl Program {
    /// Returns the line that shows how the binary is called.
    pub fn usage(&self) -> String {
        format!("Usage: {} [OPTIONS]", self.name)
    }

    /// Returns the whole help text.
    pub fn help(&self) -> String {
        let mut rows = vec![
            (
                "--step NAME".into(),
                "run this step of the lesson".into(),
            ),
            (
                "--slow FACTOR".into(),
                "stretch all durations".into(),
            ),
        ];
        rows.extend(self.options.iter().map(Opt::row));
        rows.push(("-h, --help".into(), "print this help".into()));
        let width = rows.iter().map(|(name, _)| name.len()).max();
        let width = width.unwrap_or(0);
        let rows =
            rows.iter().map(|(name, about): &(String, String)| {
                format!("  {name:width$}  {about}\n")
            });
        format!(
            "{}\n\n{}\n\nOptions:\n{}\n{}",
            self.about,
            self.usage(),
            rows.collect::<String>(),
            step::help(self.steps),
        )
    }
}

impl Opt {
    fn row(&self) -> (String, String) {
        let Self { name, takes, about } = self;
        match takes {
            Takes::Duration(default) => (
                format!("--{name} DURATION"),
                format!("{about} [default: {default:?}]"),
            ),
            Takes::Count(default) => (
                format!("--{name} N"),
                format!("{about} [default: {default}]"),
            ),
            Takes::File => {
                (format!("--{name} FILE"), (*about).to_owned())
            }
            Takes::Nothing => {
                (format!("--{name}"), (*about).to_owned())
            }
        }
    }
}
