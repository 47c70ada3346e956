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
                Takes::Duration(default) => {
                    Value::Duration(default)
                }
                Takes::Count(default) => Value::Count(default),
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

impl Takes {
    /// Reads the value that stands behind the option.
    pub(crate) fn read(
        self,
        parser: &mut Parser,
    ) -> Result<Value, lexopt::Error> {
        match self {
            Self::Nothing => Ok(Value::Switch(true)),
            Self::File => {
                let file = parser.value()?;
                Ok(Value::File(Some(file.into())))
            }
            _ => {
                let text = parser.value()?;
                text.parse_with(|text| self.parse(text))
            }
        }
    }

    /// Reads a value from `text`.
    ///
    /// # Errors
    ///
    /// If it is not such a value; the error says what is.
    pub fn parse(self, text: &str) -> Result<Value, String> {
        match self {
            Self::Duration(_) => humantime::parse_duration(text)
                .map(Value::Duration)
                .map_err(|error| error.to_string()),
            Self::Count(_) => text
                .parse::<std::num::NonZeroUsize>()
                .map(|count| Value::Count(count.get()))
                .map_err(|error| error.to_string()),
            Self::File => Ok(Value::File(Some(text.into()))),
            Self::Nothing => Ok(Value::Switch(true)),
        }
    }
}
