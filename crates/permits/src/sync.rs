//! The standard library's locks, or loom's.
//!
//! With the feature `loom`, the semaphore is run in all
//! interleavings that there can be; see `tests/loom.rs`.

#[cfg(feature = "loom")]
pub(crate) use loom::sync::{Condvar, Mutex, MutexGuard};
#[cfg(not(feature = "loom"))]
pub(crate) use std::sync::{Condvar, Mutex, MutexGuard};
