//! What was seen, row by row.

use std::fmt::Display;

use lesson::say;

/// One thing that was tried, and what was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What was tried.
    pub what: String,
    /// What came of it.
    pub seen: String,
}

/// All that was seen in a step, in order.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Row>,
    shown: bool,
}

impl Table {
    /// Makes a table that prints each row as it comes.
    pub fn shown() -> Self {
        Self { rows: Vec::new(), shown: true }
    }

    /// Makes a table that prints nothing.
    pub fn silent() -> Self {
        Self { rows: Vec::new(), shown: false }
    }

    /// Adds a row.
    pub fn row(&mut self, what: impl Display, seen: impl Display) {
        let what = what.to_string();
        let seen = seen.to_string();
        if self.shown {
            say!("{what:28}  {seen}");
        }
        self.rows.push(Row { what, seen });
    }

    /// Returns the rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns what was seen of `what`.
    ///
    /// # Panics
    ///
    /// If nobody looked.
    pub fn seen(&self, what: &str) -> &str {
        let row = self.rows.iter().find(|row| row.what == what);
        &row.unwrap_or_else(|| panic!("no row {what:?}")).seen
    }
}
