//! Threads, locks and signals: the standard library's, or loom's,
//! whose models run a program in all orders that there are.
//!
//! `Arc` is always the standard one: no lesson here is about who
//! is the last to let go.

#[cfg(feature = "loom")]
pub use loom::{
    sync::{Condvar, Mutex, MutexGuard},
    thread,
};
#[cfg(not(feature = "loom"))]
pub use std::{
    sync::{Condvar, Mutex, MutexGuard},
    thread,
};
