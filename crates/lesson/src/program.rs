//! What a lesson binary says about itself, and which options it
//! takes beside `--step NAME`, `--slow FACTOR` (if anything in it
//! takes a duration) and `--help`.

use std::time::Duration;

use crate::{Step, step};

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
    /// The same, at least a millisecond: for what is done again and
    /// again, so long after one another.
    Interval(Duration),
    /// A whole number, at least 1.
    Count(usize),
    /// A whole number, at least 1.
    CountUpTo {
        /// What it is by default.
        default: usize,
        /// What it is at the most.
        most: usize,
    },
    /// A file's name; none by default.
    File,
    /// Nothing: the option is there or not.
    Nothing,
}

impl Program {
    /// Returns the line that shows how the binary is called.
    pub fn usage(&self) -> String {
        format!("Usage: {} [OPTIONS]", self.name)
    }

    /// Tells whether there is anything that `--slow` stretches.
    pub fn has_durations(&self) -> bool {
        let is_duration = |it: &Opt| {
            matches!(
                it.takes,
                Takes::Duration(_) | Takes::Interval(_)
            )
        };
        self.options.iter().any(is_duration)
    }

    /// Returns the whole help text.
    pub fn help(&self) -> String {
        let mut rows = vec![(
            "--step NAME".into(),
            "run this step of the lesson".into(),
        )];
        if self.has_durations() {
            rows.push((
                "--slow FACTOR".into(),
                "stretch all durations".into(),
            ));
        }
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
        let value = self.takes.value_name();
        let value = value.map(|name| format!(" {name}"));
        let value = value.unwrap_or_default();
        (format!("--{}{value}", self.name), self.help())
    }

    /// Returns what it is for, with its default.
    pub fn help(&self) -> String {
        let about = self.about;
        match self.takes {
            Takes::Duration(default) | Takes::Interval(default) => {
                let default = humantime::format_duration(default);
                format!("{about} [default: {default}]")
            }
            Takes::Count(default)
            | Takes::CountUpTo { default, .. } => {
                format!("{about} [default: {default}]")
            }
            Takes::File | Takes::Nothing => about.to_owned(),
        }
    }
}

impl Takes {
    /// Returns what the help calls the value, if there is one.
    pub fn value_name(self) -> Option<&'static str> {
        match self {
            Self::Duration(_) | Self::Interval(_) => {
                Some("DURATION")
            }
            Self::Count(_) | Self::CountUpTo { .. } => Some("N"),
            Self::File => Some("FILE"),
            Self::Nothing => None,
        }
    }
}
