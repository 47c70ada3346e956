//! Results in the order in which they were asked for.
//!
//! Three jobs at once, of different lengths; each result is handed
//! out as soon as it is there and all before it were. Python's
//! `Executor.map` does so.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use crate::Table;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// How many jobs are done at once.
pub const UNITS: usize = 3;

/// How long the jobs take, in quarters.
const QUARTERS: [u32; 6] = [4, 1, 2, 4, 1, 1];

/// What happened, in order: `a` when job A ended, `A` when its
/// result was handed out.
#[derive(Clone, Debug, Default)]
pub struct Log(Arc<Mutex<String>>);

/// Shows the log.
pub(crate) fn show(table: &mut Table, log: &Log) {
    table.row("in order (a ends, A is had)", log);
}

/// A job with a name and a length.
#[derive(Clone, Debug)]
pub struct Named {
    pub(crate) name: char,
    pub(crate) length: Duration,
    pub(crate) log: Log,
}

/// Makes the jobs of the step; a long one takes as long as `work`.
pub(crate) fn jobs(work: Duration, log: &Log) -> Vec<Named> {
    let job = |(name, quarters)| {
        let length = work * quarters / 4;
        Named { name, length, log: log.clone() }
    };
    ('a'..='f').zip(QUARTERS).map(job).collect()
}

impl Named {
    /// Notes the end of the job, and returns its result.
    pub(crate) fn end(self) -> char {
        self.log.note(self.name);
        self.name.to_ascii_uppercase()
    }
}

impl Log {
    /// Adds `name`.
    pub fn note(&self, name: char) {
        let log = self.0.lock();
        log.unwrap_or_else(PoisonError::into_inner).push(name);
    }
}

impl fmt::Display for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let log = self.0.lock();
        let log = log.unwrap_or_else(PoisonError::into_inner);
        let names: Vec<_> = log.chars().map(String::from).collect();
        f.write_str(&names.join(" "))
    }
}
