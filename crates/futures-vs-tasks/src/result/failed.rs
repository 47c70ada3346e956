//! Failures: what holds them, and who hears of them.

// The file is `async.rs`; `r#` because `async` is a keyword.
#[expect(clippy::unused_async, reason = "work that never waits")]
pub mod r#async;
pub mod thread;
