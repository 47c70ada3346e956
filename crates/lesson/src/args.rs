//! Parsing the command line of a lesson that needs no HTTP.

use std::{ffi::OsString, path::PathBuf, process, time::Duration};

use lexopt::{Arg, Parser, ValueExt};

use crate::{
    Slow, Step, Values, exit,
    program::{Opt, Program},
    step,
};

/// A parsed command line.
#[derive(Clone, Debug)]
pub struct Args {
    /// The step that was chosen.
    pub step: Step,
    program: &'static str,
    steps: &'static [Step],
    slow: Slow,
    values: Values,
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
        let mut args = Self {
            step: program.steps[0],
            program: program.name,
            steps: program.steps,
            slow: Slow::default(),
            values: Values::defaults(program.options),
        };
        let mut parser = Parser::from_args(arguments);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    return Ok(None);
                }
                Arg::Long("step") => {
                    let name = parser.value()?.string()?;
                    let step = step::find(program.steps, &name);
                    args.step = step.map_err(in_words)?;
                }
                Arg::Long("slow") if program.has_durations() => {
                    let text = parser.value()?.string()?;
                    args.slow = text.parse().map_err(in_words)?;
                }
                Arg::Long(name) => {
                    let known = |option: &&Opt| option.name == name;
                    let Some(option) =
                        program.options.iter().find(known)
                    else {
                        return Err(argument.unexpected());
                    };
                    let value = option.read(&mut parser)?;
                    args.values.set(option, value);
                }
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(args))
    }

    /// Returns what this run is called.
    pub fn title(&self) -> String {
        step::title(self.program, self.steps, self.step)
    }

    /// Returns the values of the lesson's own options.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Returns a duration of the lesson, stretched by `--slow`.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn duration(&self, name: &str) -> Duration {
        self.slow.stretch(self.values.duration(name))
    }

    /// Returns a number of the lesson.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn count(&self, name: &str) -> usize {
        self.values.count(name)
    }

    /// Returns a file's name, if one was given.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        self.values.file(name)
    }

    /// Tells whether a switch of the lesson was given.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn switch(&self, name: &str) -> bool {
        self.values.switch(name)
    }
}

/// Makes an error that says `what` and no more.
fn in_words(what: impl ToString) -> lexopt::Error {
    what.to_string().into()
}
