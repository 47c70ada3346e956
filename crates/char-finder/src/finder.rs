//! What all sessions of a server share.

use std::{
    cell::Cell,
    ptr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};

use crate::{Index, answer, index::Found};

/// Finds characters, and counts what a server does.
#[derive(Debug)]
pub struct Finder {
    index: Arc<Index>,
    most_lines: usize,
    seats: usize,
    clients: AtomicUsize,
    peak: AtomicUsize,
    seated: AtomicUsize,
    answers: AtomicUsize,
    refused: AtomicUsize,
    threads: AtomicUsize,
}

/// What a server did so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// How many clients have a seat now.
    pub clients: usize,
    /// The most that had one at once.
    pub peak: usize,
    /// How many got a seat.
    pub seated: usize,
    /// How many queries were answered.
    pub answers: usize,
    /// How many clients were sent away.
    pub refused: usize,
    /// How many threads have answered.
    pub threads: usize,
}

thread_local! {
    /// The address of the finder that counted this thread last.
    static COUNTED_BY: Cell<usize> = const { Cell::new(0) };
}

impl Finder {
    /// Makes a finder that shows `most_lines` characters for each
    /// query, and has so many seats.
    pub fn new(
        index: Arc<Index>,
        most_lines: usize,
        seats: usize,
    ) -> Self {
        Self {
            index,
            most_lines,
            seats,
            clients: AtomicUsize::new(0),
            peak: AtomicUsize::new(0),
            seated: AtomicUsize::new(0),
            answers: AtomicUsize::new(0),
            refused: AtomicUsize::new(0),
            threads: AtomicUsize::new(0),
        }
    }

    /// Returns what was done so far.
    pub fn counts(&self) -> Counts {
        Counts {
            clients: self.clients.load(Relaxed),
            peak: self.peak.load(Relaxed),
            seated: self.seated.load(Relaxed),
            answers: self.answers.load(Relaxed),
            refused: self.refused.load(Relaxed),
            threads: self.threads.load(Relaxed),
        }
    }

    /// Finds characters, and counts that and who does it.
    pub fn find(&self, query: &str) -> Found {
        self.answers.fetch_add(1, Relaxed);
        let this = ptr::from_ref(self).addr();
        if COUNTED_BY.replace(this) != this {
            self.threads.fetch_add(1, Relaxed);
        }
        self.index.find(query)
    }

    /// Answers a query in lines.
    pub fn answer(&self, query: &str) -> String {
        answer::text(&self.find(query), query, self.most_lines)
    }

    /// Says why a client is sent away.
    pub fn refusal(&self) -> String {
        self.refused.fetch_add(1, Relaxed);
        let seats = self.seats;
        format!("All {seats} seats are taken. Come back later.\n")
    }

    /// Gives a client a seat; tells whether there was one.
    pub(crate) fn enter(&self) -> bool {
        let free =
            |taken| (taken < self.seats).then_some(taken + 1);
        let taken =
            self.clients.fetch_update(Relaxed, Relaxed, free);
        if let Ok(others) = taken {
            self.peak.fetch_max(others + 1, Relaxed);
            self.seated.fetch_add(1, Relaxed);
        }
        taken.is_ok()
    }

    /// Takes back the seat of a client.
    pub(crate) fn leave(&self) {
        self.clients.fetch_sub(1, Relaxed);
    }
}
