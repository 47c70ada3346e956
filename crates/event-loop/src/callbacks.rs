//! The same sources without tasks: each has a callback, "when
//! this happens, call that".
//!
//! The program is the same in both halves, but for the `use`: it
//! hands its callbacks to threads, or to a loop. What differs is
//! who calls them: many threads, or one.
//!
//! A loop of callbacks is what our event loop is underneath. The
//! step ends with that: a waker is a stored callback, "poll this
//! task again".
//!
//! # Layout
//!
//! - [`threads`]: callbacks that threads call
//! - [`event_loop`]: callbacks that a loop calls
//! - [`waker`]: a future on that loop

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod event_loop;
mod remote;
mod socket;
pub mod thread;
pub mod threads;
pub mod waker;
