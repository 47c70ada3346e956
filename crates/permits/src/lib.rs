//! A counting semaphore for threads, which the standard library
//! lacks, under the names of its tokio twin.
//!
//! It counts permits. [`Semaphore::acquire`] takes one, and blocks
//! the thread while there is none; the permit goes back when its
//! guard is dropped, also by a panic.
//!
//! Unlike tokio's it is not fair: a thread that comes by when a
//! permit is given back may take it before one that has waited
//! long. A queue of the waiting would cost each of them a lock.
//!
//! The lesson `semaphore` is about it.

mod semaphore;
mod sync;

pub use semaphore::{
    AcquireError, OwnedPermit, Permit, Semaphore, TryAcquireError,
};
