//! The values of a lesson's own options.

use std::{collections::BTreeMap, path::PathBuf, time::Duration};

use lexopt::{Parser, ValueExt};

use crate::{Opt, Takes};

/// A value of an option.
#[derive(Clone, Debug)]
pub enum Value {
    /// A duration, as it was given.
    Duration(Duration),
    /// A whole number, at least 1.
    Count(usize),
    /// A file's name, if one was given.
    File(Option<PathBuf>),
    /// Whether the option was given.
    Switch(bool),
}

/// The values of a lesson's own options, by their names.
#[derive(Clone, Debug)]
pub struct Values(BTreeMap<&'static str, Value>);

impl Values {
    /// Returns the defaults of `options`.
    pub fn defaults(options: &[Opt]) -> Self {
        let value = |option: &Opt| {
            let value = match option.takes {
                Takes::Duration(default)
                | Takes::Interval(default) => {
                    Value::Duration(default)
                }
                Takes::Count(default)
                | Takes::CountUpTo { default, .. } => {
                    Value::Count(default)
                }
                Takes::File => Value::File(None),
                Takes::Nothing => Value::Switch(false),
            };
            (option.name, value)
        };
        Self(options.iter().map(value).collect())
    }

    /// Replaces the value of `option`.
    pub fn set(&mut self, option: &Opt, value: Value) {
        self.0.insert(option.name, value);
    }

    /// Returns a value, if the lesson has such an option.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// Returns a duration, as it was given.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn duration(&self, name: &str) -> Duration {
        match self.0.get(name) {
            Some(Value::Duration(value)) => *value,
            _ => panic!("no duration --{name}"),
        }
    }

    /// Returns a number.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn count(&self, name: &str) -> usize {
        match self.0.get(name) {
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
        match self.0.get(name) {
            Some(Value::File(value)) => value.clone(),
            _ => panic!("no file --{name}"),
        }
    }

    /// Tells whether a switch was given.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn switch(&self, name: &str) -> bool {
        match self.0.get(name) {
            Some(Value::Switch(value)) => *value,
            _ => panic!("no switch --{name}"),
        }
    }
}

/// The shortest time after which something is done again.
const SHORTEST: Duration = Duration::from_millis(1);

/// The longest duration that a lesson takes: a day.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

impl Opt {
    /// Reads the value that stands behind the option.
    pub(crate) fn read(
        &self,
        parser: &mut Parser,
    ) -> Result<Value, lexopt::Error> {
        match self.takes {
            Takes::Nothing => Ok(Value::Switch(true)),
            Takes::File => {
                let file = parser.value()?;
                Ok(Value::File(Some(file.into())))
            }
            takes => {
                let text = parser.value()?.string()?;
                let value = takes.parse(&text);
                value.map_err(|error| {
                    let name = self.name;
                    format!("--{name} {text}: {error}").into()
                })
            }
        }
    }
}

impl Takes {
    /// Reads a value from `text`.
    ///
    /// # Errors
    ///
    /// If it is not such a value; the error says what is.
    pub fn parse(self, text: &str) -> Result<Value, String> {
        match self {
            Self::Duration(_) => {
                duration(text, Duration::ZERO).map(Value::Duration)
            }
            Self::Interval(_) => {
                duration(text, SHORTEST).map(Value::Duration)
            }
            Self::Count(_) => count(text, None).map(Value::Count),
            Self::CountUpTo { most, .. } => {
                count(text, Some(most)).map(Value::Count)
            }
            Self::File => Ok(Value::File(Some(text.into()))),
            Self::Nothing => Ok(Value::Switch(true)),
        }
    }
}

fn duration(
    text: &str,
    least: Duration,
) -> Result<Duration, String> {
    match humantime::parse_duration(text) {
        Ok(value) if (least..=LONGEST).contains(&value) => {
            Ok(value)
        }
        _ if least.is_zero() => {
            Err("a duration such as 250ms or 3s, at most a day"
                .into())
        }
        _ => {
            Err("a duration such as 250ms or 3s, at least 1ms and \
                  at most a day"
                .into())
        }
    }
}

fn count(text: &str, most: Option<usize>) -> Result<usize, String> {
    let range = 1..=most.unwrap_or(usize::MAX);
    match (text.parse(), most) {
        (Ok(value), _) if range.contains(&value) => Ok(value),
        (_, Some(most)) => {
            Err(format!("a whole number, from 1 to {most}"))
        }
        (_, None) => Err("a whole number, at least 1".into()),
    }
}
