//! Saving on the threads of a pool, and waiting for the answer.
//!
//! In the thread half the pool gains nothing: the thread that asks
//! waits all the same. In the async half it is the cure: the task
//! waits, and the only thread runs the others.
//!
//! [`wrong`] and [`forgotten`] do not wait for the answer: they say
//! "ok" before the write, and errors are lost.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod forgotten;
pub mod thread;
mod threads;
pub mod wrong;

pub use threads::{JoinError, JoinHandle, Pool};
