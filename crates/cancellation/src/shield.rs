//! A shield: the step is a unit of its own, and whatever ends the
//! one that waits for it does not reach it.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
pub mod wrong;
