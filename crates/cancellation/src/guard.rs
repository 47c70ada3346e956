//! Cleaning up with a guard: [`Held`](crate::Held) gives a record
//! back when it is dropped before its time.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod early;
pub mod thread;
pub mod wrong;
