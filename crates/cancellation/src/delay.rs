//! Delaying a cancellation until a step is complete: it is looked
//! at between two steps only.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
pub mod wrong;
