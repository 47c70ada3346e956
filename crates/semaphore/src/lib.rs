//! Semaphore: at most so many at once.
//!
//! **Question.** A server bears five requests at once, and there
//! are two hundred flags. Who counts, who is kept waiting, and how
//! does the permit come back?
//!
//! **What the diff teaches.** A semaphore is the same thing in
//! both worlds: a count of permits, and those who wait for one. At
//! zero the one that asks is kept waiting: in one half its thread,
//! in the other its task alone, while the thread runs those that
//! hold a permit. The permit is a value. Who is given it may work;
//! when it is dropped, however that comes, it is back.
//!
//! Read [`thread`] and [`async`] side by side
//! (`diff src/thread.rs src/async.rs`), and run them:
//!
//! ```shell
//! cargo run --bin semaphore_thread
//! cargo run --bin semaphore_async
//! ```
//!
//! Further steps, chosen with `--step`, each a pair of its own:
//!
//! - [`pool`]: as many units as there may be requests
//! - [`channel`]: a bounded channel as permits
//!
//! The standard library has no semaphore: the thread half uses
//! ours, [`permits::Semaphore`], whose loom models are in
//! `crates/permits/tests/loom.rs`.
//!
//! Source: after `flags2_asyncio.py` and the section on semaphores
//! in *Fluent Python*, ch. 21.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod channel;
pub mod pool;
mod program;
mod show;
pub mod thread;

pub use program::{ASYNC, THREAD};
pub use show::{show_tasks, show_threads};
