//! Callbacks: three requests, each of which needs the answer of
//! the one before.
//!
//! **Question.** Between two requests there is nothing to do but
//! wait. Where does the program stand meanwhile, and who keeps
//! what it knows so far?

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
mod content;
mod error;
pub mod event_loop;
pub mod get;
pub mod heart;
pub mod log;
mod program;
mod show;
mod stage;
pub mod thread;

pub use content::{Flag, Index, Metadata, describe, read_image};
pub use error::{Cause, Error};
pub use log::Log;
pub use program::{ASYNC, THREAD};
pub use show::{show_tasks, show_threads};
pub use stage::Stage;
