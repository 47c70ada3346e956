//! What all sessions of a server share.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, ThreadId},
};

use crate::{Index, answer, index::Found};

/// Finds characters, and counts what a server does.
#[derive(Debug)]
pub struct Finder {
    index: Arc<Index>,
    most_lines: usize,
    limit: usize,
    counts: Mutex<Counts>,
}

/// What a server did so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many clients are connected.
    pub clients: usize,
    /// The most that were connected at once.
    pub peak: usize,
    /// How many got a seat.
    pub seated: usize,
    /// How many queries were answered.
    pub answers: usize,
    /// How many clients were sent away.
    pub refused: usize,
    threads: HashSet<ThreadId>,
}

impl Counts {
    /// Returns how many threads have answered.
    pub fn threads(&self) -> usize {
        self.threads.len()
    }
}

impl Finder {
    /// Makes a finder that shows `most_lines` characters for each
    /// query, to `limit` clients at once.
    pub fn new(
        index: Arc<Index>,
        most_lines: usize,
        limit: usize,
    ) -> Self {
        let counts = Mutex::default();
        Self { index, most_lines, limit, counts }
    }

    /// Returns what was done so far.
    pub fn counts(&self) -> Counts {
        self.lock().clone()
    }

    /// Finds characters, and counts who does.
    pub fn find(&self, query: &str) -> Found {
        let mut counts = self.lock();
        counts.answers += 1;
        counts.threads.insert(thread::current().id());
        drop(counts);
        self.index.find(query)
    }

    /// Answers a query in lines.
    pub fn answer(&self, query: &str) -> String {
        answer::text(&self.find(query), query, self.most_lines)
    }

    /// Says why a client is sent away.
    pub fn refusal(&self) -> String {
        let mut counts = self.lock();
        counts.refused += 1;
        let limit = self.limit;
        format!("All {limit} seats are taken. Come back later.\n")
    }

    /// Gives a client a seat; tells whether there was one.
    pub(crate) fn enter(&self) -> bool {
        let mut counts = self.lock();
        if counts.clients >= self.limit {
            return false;
        }
        counts.seated += 1;
        counts.clients += 1;
        counts.peak = counts.peak.max(counts.clients);
        true
    }

    pub(crate) fn leave(&self) {
        self.lock().clients -= 1;
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        let counts = self.counts.lock();
        counts.unwrap_or_else(PoisonError::into_inner)
    }
}
