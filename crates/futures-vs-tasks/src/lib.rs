//! Futures vs tasks: the result that is not there yet.
//!
//! **Question.** Somebody is to compute something for us. What do
//! we hold until the result is there: the work, or a claim on it?
//! Who runs it, from when on, and what if we let go?
//!
//! **What the diff teaches.** A thread and a task are the same
//! thing to those who hold their handles: work that began without
//! us, whose result we wait for. A future is another thing. It is
//! the work itself, of which nothing happens unless somebody polls
//! it: an `async fn` that is called looks like a call, and does
//! nothing.
//!
//! Read [`thread`] and [`async`] side by side
//! (`diff src/thread.rs src/async.rs`), and run them:
//!
//! ```shell
//! cargo run --bin futures_vs_tasks_thread
//! cargo run --bin futures_vs_tasks_async
//! ```
//!
//! The compiler warns of a future that nobody awaits. With that
//! warning as an error this does not compile,
//!
//! ```compile_fail
//! #![deny(unused_must_use)]
//! async fn work() {}
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! work();
//! # }
//! ```
//!
//! and this does:
//!
//! ```
//! #![deny(unused_must_use)]
//! async fn work() {}
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! work().await;
//! # }
//! ```
//!
//! Further steps, chosen with `--step`, each a pair of its own:
//!
//! - [`result`]: a result before it is there, and after; failures
//! - [`handle`]: thread and task, point by point
//! - [`detach`]: units for which nobody waits any more
//! - [`exit`]: a unit that is at work when `main` returns
//! - [`together`]: three at once, waiting and computing; results
//!   in order
//! - [`borrow`]: what a unit may borrow, share, keep to itself
//! - [`wait`]: a wait without its loop ([`wait::wrong`])
//!
//! [`only_thread`] and [`only_async`] answer no other half: each
//! has results in order as one would who has only that world.
//!
//! # Layout
//!
//! - [`ThreadFuture`] is a result that a thread will bring; the
//!   standard library has none
//! - [`Pool`] runs what is submitted on threads; [`Queue`] feeds
//!   it, or a crossbeam channel ([`Pool::with_channel`]);
//!   [`TaskPool`] is its async twin
//! - [`sync`] puts those on the standard library's locks, or on
//!   loom's, for the models in `tests/loom.rs`
//! - [`Table`] prints rows, and keeps them
//! - [`Parts`], [`Job`] and [`hook`] see what happens
//!
//! Source: after the sections on futures, tasks and executors in
//! *Fluent Python*, ch. 19 to 21.

// The file is `async.rs`; `r#` because `async` is a keyword.
#[expect(unused_must_use, reason = "a call that is not awaited")]
pub mod r#async;
pub mod borrow;
mod busy;
pub mod detach;
pub mod exit;
pub mod handle;
pub mod hook;
pub mod job;
mod message;
pub mod only_async;
pub mod only_thread;
mod parts;
pub mod pool;
mod program;
pub mod queue;
pub mod result;
pub mod runtime;
mod show;
pub mod sync;
mod table;
pub mod task_pool;
pub mod thread;
pub mod thread_future;
pub mod together;
pub mod wait;

pub use busy::{Begun, busy_until};
pub use job::{Job, Kind, Seen};
pub use message::message;
pub use parts::Parts;
pub use pool::Pool;
pub use program::{ASYNC, THREAD};
pub use queue::Queue;
pub use show::{show_tasks, show_threads};
pub use table::{Row, Table};
pub use task_pool::TaskPool;
pub use thread_future::ThreadFuture;
