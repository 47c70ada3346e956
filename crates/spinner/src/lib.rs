//! Spinner: two things at once, one of which waits.
//!
//! **Question.** A spinner turns while a slow function waits. Who
//! runs the spinner: a second thread, or the thread that the slow
//! function does not need while it waits?
//!
//! **What the diff teaches.** The two halves are one program. Both
//! start the spinner, wait for the slow function, tell the spinner
//! to stop and wait for its end. Where one half calls a function
//! that blocks its thread, the other one awaits, and its thread
//! runs the spinner meanwhile: one thread is enough, as long as
//! everybody on it awaits.
//!
//! Read [`thread`] and [`async`] side by side
//! (`diff src/thread.rs src/async.rs`), and run them:
//!
//! ```shell
//! cargo run --bin spinner_thread
//! cargo run --bin spinner_async
//! ```
//!
//! Three further steps, chosen with `--step`, each a pair of its
//! own:
//!
//! - [`frozen`]: a call in a task that blocks the thread under it;
//!   [`wrong`] is the async half with such a call
//! - [`cancel`]: ending a spinner that was not told to stop
//! - [`cpu_bound`]: a function that works instead of waiting
//!
//! [`only_thread`] and [`only_async`] answer no other half: each is
//! what one would write who has only that world.
//!
//! # Layout
//!
//! - [`Screen`] is the line on which the spinner turns; it
//!   remembers how many frames were drawn, and the longest gap
//!   between two of them ([`Seen`])
//! - [`Table`] prints runs below one another
//! - [`PrimeTest`] is work for a processor
//! - [`runtime`] makes the runtimes of the async halves
//!
//! Source: after `spinner_thread.py` and `spinner_async.py`,
//! *Fluent Python*, ch. 19.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod cancel;
pub mod cpu_bound;
pub mod frozen;
pub mod only_async;
pub mod only_thread;
mod prime;
mod program;
pub mod runtime;
mod screen;
mod seen;
mod show;
mod table;
pub mod thread;
#[expect(clippy::unused_async, reason = "that is what is wrong")]
pub mod wrong;

pub use prime::PrimeTest;
pub use program::{ASYNC, THREAD, Times};
pub use screen::{Eraser, Screen};
pub use seen::Seen;
pub use show::{show_tasks, show_threads};
pub use table::Table;

/// Says who runs the units of the thread halves.
const THREADS: &str = "Threads, run by the operating system.";
