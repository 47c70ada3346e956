//! Step `wait`: to be woken is no promise.
//!
//! A unit waits until there is an item. It is woken, and before it
//! comes to look somebody else has taken the item. So it looks
//! again, in a loop: `while` there is nothing, wait. With `if`
//! for `while` ([`wrong`]) it goes on with nothing in its hands.
//! (A `Condvar` may even wake without being notified.)
//!
//! The step holds that gap open: the item is put in, its signal
//! given and the item taken again under one lock; or, between
//! tasks of one thread, without an `.await` in between.

use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
pub mod wrong;

/// An item, or nothing.
pub type Item = Option<u32>;

/// A place for one item, and a signal that it came.
#[derive(Debug, Default)]
pub(crate) struct Slot<S> {
    item: Mutex<Item>,
    pub(crate) came: S,
}

impl<S> Slot<S> {
    /// Locks the place.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Item> {
        self.item.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What came of a wait whose first item somebody else took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// How often the unit began to wait.
    pub waits: u32,
    /// What it had in the end.
    pub item: Item,
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { waits, item } = self;
        let s = if *waits == 1 { "" } else { "s" };
        match item {
            Some(item) => {
                write!(f, "{waits} wait{s}, then item {item}")
            }
            None => write!(f, "{waits} wait{s}, then nothing"),
        }
    }
}
