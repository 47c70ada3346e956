//! Step `adapters`: from callbacks to calls, and back.
//!
//! A callback API becomes one that is awaited: the callback sends
//! what it is called with, and whoever asked waits at the other
//! end of the channel. If the callback is dropped, the sender is
//! dropped with it, and the wait ends with an error.
//!
//! Code that waits becomes a callback API: a unit of its own waits
//! and calls back. On which thread, is what the step shows.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
