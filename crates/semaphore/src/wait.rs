//! Step `wait`: what is in a semaphore, and why it waits in a loop.
//!
//! A count under a lock, and a signal: more is not in it. One unit
//! is at work, where one is allowed, and another waits to come in.
//! The first leaves, the other is woken; but before it comes to
//! look, a third has come by and is at work. So it looks again, in
//! a loop: `while` there is no room, wait. With `if` for `while`
//! ([`wrong`], [`task::wrong`]) it comes in all the same, and two
//! are at work.
//!
//! The step holds that gap open: the first leaves, gives the
//! signal, and the third comes in under one lock; or, between tasks
//! of one thread, without an `.await` in between.
//!
//! [`permits::Semaphore`] is this, with permits that come back by
//! themselves. Tokio's needs no loop: who gives a permit back hands
//! it to the first that waits (step [`fair`](crate::fair)).

use std::sync::{Mutex, MutexGuard, PoisonError};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod task;
pub mod thread;
pub mod wrong;

/// As many units may be at work.
pub const ALLOWED: usize = 1;

/// Where units are at work, and a signal that one has left.
#[derive(Debug, Default)]
pub(crate) struct Room<S> {
    state: Mutex<AtWork>,
    pub(crate) left: S,
}

/// How many units are at work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AtWork {
    now: usize,
    most: usize,
}

impl<S> Room<S> {
    /// Locks the count.
    pub(crate) fn lock(&self) -> MutexGuard<'_, AtWork> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AtWork {
    /// Tells whether nobody else may come in.
    pub(crate) fn is_full(self) -> bool {
        self.now >= ALLOWED
    }

    /// Counts a unit that comes in.
    pub(crate) fn enter(&mut self) {
        self.now += 1;
        self.most = self.most.max(self.now);
    }

    /// Counts a unit that leaves.
    pub(crate) fn leave(&mut self) {
        self.now -= 1;
    }

    /// Returns what was seen, of a unit that waited so often.
    pub(crate) fn seen(self, waits: usize) -> Seen {
        Seen { waits, most: self.most }
    }
}

/// What came of a wait during which somebody else came by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How often the unit began to wait.
    pub waits: usize,
    /// How many were at work at once, at the most.
    pub most: usize,
}
