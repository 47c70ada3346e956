//! The standard library's atomics, or loom's.
//!
//! With the feature `loom`, the accounts are run in all
//! interleavings that there can be; see `tests/loom.rs`.

#[cfg(feature = "loom")]
pub(crate) use loom::sync::atomic::{AtomicI64, Ordering};
#[cfg(not(feature = "loom"))]
pub(crate) use std::sync::atomic::{AtomicI64, Ordering};
