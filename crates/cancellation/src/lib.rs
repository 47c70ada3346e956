//! Cancellation: asking a unit to stop, and what is left then.
//!
//! **Question.** A unit (a thread, a task) copies records from a
//! source to a sink. How is it asked to stop, how long does that
//! take, and is each record then in exactly one place?
//!
//! **What the diff teaches.** Nobody can end a thread: it is
//! told, by a flag, and hears of it when it looks. A task is
//! dropped at its `.await`, at once, and nothing after that
//! `.await` runs. So a thread that is told loses nothing and may
//! keep one waiting; a task stops at once and loses what it had
//! in its hands, unless it had nothing there.
//!
//! ```shell
//! diff src/thread.rs src/async.rs
//! cargo run --bin cancellation_thread
//! cargo run --bin cancellation_async
//! cargo run --bin cancellation_async -- --step lost
//! ```
//!
//! # The steps
//!
//! - the pair [`thread`], [`async`]: a stop flag, a
//!   `CancellationToken`
//! - [`ways`]: five ways of asking, and the time each takes
//! - [`exit`]: `main` returns and nobody has joined the unit
//! - [`lost`]: the same job stopped at every place
//! - [`delay`]: the cancellation waits until a step is complete
//! - [`shield`]: the step is a unit of its own
//! - [`refuse`]: the unit goes on, though it is asked to stop
//! - [`guard`]: a guard cleans up
//! - [`blocking`]: `spawn_blocking`, which cannot be aborted
//!
//! Wrong versions stand beside the right ones, in files called
//! `wrong.rs`, and differ from them in one or two lines.
//!
//! # Layout
//!
//! - `job.rs`, `event.rs`, `audit.rs`, `held.rs`: the records, what
//!   happens to them, where they are, and a guard for one
//! - `plan.rs`, `seen.rs`: what a step is to do, and what was seen
//! - `program.rs`, `intro.rs`, `show.rs`: the command lines, and
//!   what is told before and after each step
//! - `child.rs`: this program as a child of itself
//! - [`only_thread`], [`only_async`]: what one writes who has only
//!   threads, or only futures
//!
//! Source: after what *Fluent Python* (ch. 20 and 21) says of
//! cancelling a task and of ending a thread; what Rust does is in
//! the documentation of `tokio::task::JoinHandle::abort`,
//! `tokio::select!` (cancellation safety) and
//! `tokio::runtime::Runtime` (shutdown).

use std::io;

use tokio::runtime::{Builder, Runtime};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod audit;
pub mod blocking;
pub mod child;
pub mod delay;
pub mod event;
pub mod exit;
pub mod guard;
pub mod held;
mod intro;
pub mod job;
pub mod lost;
pub mod only_async;
pub mod only_thread;
pub mod plan;
pub mod program;
pub mod refuse;
pub mod seen;
pub mod shield;
pub mod show;
pub mod thread;
pub mod ways;

pub use audit::Audit;
pub use held::Held;
pub use job::{Job, Record, Watch};
pub use plan::{Output, Plan, Unit};
pub use seen::Seen;

/// Makes the runtime of the async halves: all tasks on one thread.
///
/// # Errors
///
/// If the system gives it no event queue.
pub fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}
