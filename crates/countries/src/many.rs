//! Many downloads, as in the lesson `download`, but more of them
//! than there are permits.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
