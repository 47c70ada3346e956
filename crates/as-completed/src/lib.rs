//! As completed: results in the order in which they are there.
//!
//! **Question.** Many results are on their way. In which order does
//! one take them, when may one stop waiting, and what becomes of
//! those that are still under way?
//!
//! **What the diff teaches.** Starting all and taking whichever
//! comes first is the same program in both worlds: a set of units,
//! and a loop that waits for the next end. A channel collects the
//! ends of threads, a `JoinSet` those of tasks.
//!
//! The worlds part when the loop stops early. Threads go on:
//! nobody can stop them, and their results are sent to nobody.
//! Futures go on only while somebody polls them, so that whoever
//! lets go of them cancels them. Tasks are in between: those of a
//! dropped `JoinSet` are aborted, those whose handles are dropped
//! go on.
//!
//! Read [`thread`] and [`async`] side by side
//! (`diff src/thread.rs src/async.rs`), and run them:
//!
//! ```shell
//! cargo run --bin as_completed_thread
//! cargo run --bin as_completed_async
//! ```
//!
//! Further steps, chosen with `--step`, each a pair of its own:
//!
//! - [`wait`]: for all, for the first, for the first failure, for
//!   a time: what is done, and what is pending
//! - [`pending`]: what becomes of those that nobody waits for
//! - [`buffered`]: at most N under way, in order and as completed
//! - [`still`]: who goes on while the loop's body is busy
//! - [`joined`]: all at once with `join_all`, waiting and computing
//! - [`countdown`]: four counters that make the orders visible
//!
//! # Layout
//!
//! - [`buffer`]: `buffered` and `buffer_unordered` for threads,
//!   which the standard library lacks
//! - [`only_thread`], [`only_async`]: the pair again, as each world
//!   writes it that does not know the other
//! - [`Taken`]: when results were taken, and what another order
//!   would have made of that
//! - [`Again`]: one job after the other, with the same delays
//! - `intro.rs`, `show.rs`: what a step says before, and after
//!
//! Source: after `wait` and `as_completed` in `flags2_asyncio.py`,
//! *Fluent Python*, ch. 20 and 21.

mod again;
// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod buffer;
pub mod buffered;
pub mod countdown;
mod intro;
pub mod joined;
pub mod only_async;
pub mod only_thread;
pub mod pending;
mod program;
mod show;
pub mod still;
mod taken;
pub mod thread;
pub mod wait;

pub use again::Again;
pub use program::{ASYNC, THREAD};
pub use show::{show_tasks, show_threads};
pub use taken::{Means, Taken};
