//! Callbacks: three requests, each of which needs the answer of
//! the one before.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod adapters;
pub mod r#async;
mod content;
mod error;
pub mod event_loop;
pub mod get;
pub mod heart;
pub mod hell;
mod log;
mod program;
mod row;
pub mod scheduled;
mod show;
mod stage;
pub mod thread;
pub mod twice;
mod witness;

pub use content::{Flag, Index, Metadata, describe, read_image};
pub use error::{Cause, Error};
pub use log::Log;
pub use program::{ASYNC, THREAD};
pub use row::Row;
pub use show::{show_tasks, show_threads};
pub use stage::Stage;
