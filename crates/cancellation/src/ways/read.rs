//! Stopped in the middle of a read, from a source that is silent.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
