//! A file of rows, with the day and the machine that they are of.

use std::path::Path;

use anyhow::{Context, Result};
use report::{
    figures,
    machine::{Machine, today},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Rows that a command measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded<Row> {
    /// The command.
    pub command: String,
    /// The day in UTC, as `2026-11-05`.
    pub date: String,
    /// The machine, and the compiler on it.
    pub machine: Machine,
    /// What was measured.
    pub rows: Vec<Row>,
}

impl<Row: Serialize + DeserializeOwned> Recorded<Row> {
    /// Returns what `calculator` with `word` measured here, today.
    pub(crate) fn now(word: &str, rows: Vec<Row>) -> Self {
        let command = format!(
            "cargo run --release --bin calculator -- {word}"
        );
        let (date, machine) = (today(), Machine::here());
        Self { command, date, machine, rows }
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// If it holds something else.
    pub fn parse(text: &str) -> Result<Self> {
        Ok(serde_json::from_str(text)?)
    }

    /// Reads the file `path`.
    ///
    /// # Errors
    ///
    /// If it is not there, or holds something else.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let read = || Self::parse(&std::fs::read_to_string(path)?);
        let file = path.display();
        read().with_context(|| format!("could not read {file}"))
    }

    /// Writes the file `path`: a line for each row.
    ///
    /// # Errors
    ///
    /// If that fails.
    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        let Self { command, date, machine, rows } = self;
        let json = serde_json::to_string::<Row>;
        let rows = rows.iter().map(json);
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let text = format!(
            "{{\n  \"command\": {},\n  \"date\": {},\n  \
             \"machine\": {},\n  \"rows\": [\n    {}\n  ]\n}}\n",
            serde_json::to_string(command)?,
            serde_json::to_string(date)?,
            serde_json::to_string(machine)?,
            rows.join(",\n    "),
        );
        Ok(figures::write(path, &text)?)
    }
}
