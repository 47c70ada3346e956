//! The same program on bare TCP streams: no client library, so
//! that nothing differs but the model.
//!
//! Each unit has one connection, keeps it alive from request to
//! request, and makes a new one when it is gone. The few lines of
//! HTTP are the same ones in both halves: they follow no redirects,
//! read no answer that does not tell its length, and have a limit
//! for each read, not for a whole answer that trickles.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
mod http;
pub mod thread;
