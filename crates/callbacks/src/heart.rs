//! A heart beats while three stages wait: whose thread is free?

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
