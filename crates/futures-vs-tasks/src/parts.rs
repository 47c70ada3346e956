//! How far a unit of work came.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};

/// Counts the parts of its work that a unit has run; the work of
/// this lesson has two, with a wait between them.
#[derive(Clone, Debug, Default)]
pub struct Parts(Arc<AtomicUsize>);

impl Parts {
    /// Returns a count of none.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that a part has run.
    pub fn run(&self) {
        self.0.fetch_add(1, SeqCst);
    }

    /// Returns how many parts have run.
    pub fn count(&self) -> usize {
        self.0.load(SeqCst)
    }
}

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of 2 parts", self.count())
    }
}
