//! One permit is held for both requests.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
