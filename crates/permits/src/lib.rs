//! A counting semaphore for threads, which the standard library
//! lacks, under the names of its tokio twin.
//!
//! It counts permits. [`Semaphore::acquire`] takes one, and blocks
//! the thread while there is none; the permit goes back when its
//! guard is dropped, also by a panic.
//!
//! Unlike tokio's it is not fair: a thread that comes by when a
//! permit is given back may take it before one that has waited
//! long. A queue would hand each permit to a thread that has to
//! wake up first, and it would lie idle meanwhile.
//!
//! What it promises is run in all interleavings by the models in
//! `tests/loom.rs`. The lesson `semaphore` is about it.

mod semaphore;
mod sync;

pub use semaphore::{
    AcquireError, OwnedPermit, Permit, Semaphore, TryAcquireError,
};
