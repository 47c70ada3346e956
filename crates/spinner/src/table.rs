//! A table of runs, printed row by row as they end.

use std::time::Duration;

use lesson::{output, say};

use crate::{Screen, Seen};

/// The most columns of a line.
const WIDTH: usize = 80;

/// A table of runs, each with a spinner beside it.
#[derive(Debug)]
pub struct Table {
    tick: Duration,
    rows: Vec<(String, Seen)>,
}

impl Table {
    /// Prints the head of a table of what `differs` from run to
    /// run, with spinners that tick at `tick`.
    pub fn begin(differs: &str, tick: Duration) -> Self {
        say!("{differs:24}  frames  longest gap  the spinner");
        Self { tick, rows: Vec::new() }
    }

    /// Runs `run` with a screen of its own, prints what was seen
    /// there, and returns what `run` returned.
    pub fn row<T>(
        &mut self,
        name: &str,
        run: impl FnOnce(&Screen) -> T,
    ) -> T {
        output::write(format_args!("{name:24}  "));
        let screen = Screen::cell();
        let result = run(&screen);
        let seen = screen.seen();
        let (gap, verdict) = (seen.gap(), seen.verdict(self.tick));
        say!("{:>6}  {gap:>11}  {verdict}", seen.frames);
        self.rows.push((name.to_owned(), seen));
        result
    }

    /// Prints in a sentence what the rows showed.
    pub fn end(self) {
        let count = self.rows.len();
        let still = self
            .rows
            .into_iter()
            .filter(|(_, seen)| !seen.kept_turning(self.tick));
        let names: Vec<_> = still.map(|(name, _)| name).collect();
        let result = match names.len() {
            0 => "The spinner kept turning in each run".to_owned(),
            still => format!(
                "The spinner stood still in {still} of {count} runs"
            ),
        };
        let named = format!("{result}: {}.", names.join("; "));
        if names.is_empty() || named.len() > WIDTH {
            say!("{result}.");
        } else {
            say!("{named}");
        }
    }
}
