//! Semaphore: at most so many at once.
//!
//! **Question.** A server can take five requests at once, and
//! there are two hundred flags. Who counts, who is kept waiting,
//! and how does the permit come back?
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
//! With `--max-req 1` they download one flag after the other. To
//! give its permit back is the last thing that a unit does, after
//! it has sent its outcome: so no more units are at work than there
//! are permits. (The outcome may lie in the channel still, and a
//! thread takes a moment to end.) Nobody joins the units: when all
//! have dropped their senders, the channel is closed, and all are
//! done.
//!
//! `drop(permit)` looks as if one could leave it out: is it not
//! the end of the unit anyway? But a closure, or an `async` block,
//! takes along only what it mentions. Without that line the permit
//! stays with the one that spawns, which drops it at the end of its
//! loop's body; the unit has none, and nothing bounds how many
//! there are.
//!
//! Further steps, chosen with `--step`, each a pair of its own:
//!
//! - [`pool`]: as many units as there may be requests
//! - [`channel`]: a bounded channel as permits
//! - [`inside`]: a permit acquired before the unit is spawned, or
//!   inside it; what that does to memory
//! - [`held`]: `let _ = acquire()` holds nothing ([`held::wrong`])
//! - [`wait`]: what is in a semaphore, and why it waits in a loop
//!   ([`wait::wrong`])
//! - [`fair`]: who gets the permit that comes back
//! - [`close`]: a semaphore that hands out no more
//! - [`rate`]: how many is not how often; a rate limiter
//!
//! # Layout
//!
//! - [`permits::Semaphore`] is the semaphore of the thread half,
//!   since the standard library has none; its loom models are in
//!   `crates/permits/tests/loom.rs`
//! - [`only_thread`], [`only_async`]: the pair again, as each world
//!   writes it that does not know the other
//! - [`rate::RateLimiter`] hands out turns, for both halves
//! - [`inside::Crowd`] counts units, [`rate::Arrivals`] draws what
//!   the server saw
//!
//! Source: after `flags2_asyncio.py` and the section on semaphores
//! in *Fluent Python*, ch. 21.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod channel;
pub mod close;
pub mod fair;
pub mod held;
pub mod inside;
pub mod only_async;
pub mod only_thread;
pub mod pool;
mod program;
pub mod rate;
mod show;
pub mod thread;
pub mod wait;

pub use program::{ASYNC, THREAD};
pub use show::{show_tasks, show_threads};
