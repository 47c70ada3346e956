//! Step `channel`: a bounded channel as permits.
//!
//! The channel begins with as many messages in it as there are
//! permits. To receive one is to acquire: when it is empty, one
//! waits. To send it back is to release, which never waits, since
//! there is room for all of them. The message says nothing; but
//! that it goes back, also by a panic, needs a guard of our own.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
