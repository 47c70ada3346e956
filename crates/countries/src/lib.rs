//! Countries: two requests for each flag, and a bound on them.
//!
//! **Question.** The name of a country is in a second file, so
//! each download takes two requests. For how long should it hold
//! its permit?
//!
//! **What the diff teaches.** The two halves are one program: a
//! permit is taken, a request made, the permit given back, and so
//! once more. They differ in who waits, for the permit and for the
//! answer: a thread, or a task, while the only thread runs others.
//!
//! ```shell
//! diff src/thread.rs src/async.rs
//! cargo run --bin countries_thread
//! cargo run --bin countries_async
//! cargo run --bin countries_async -- --step compare
//! ```
//!
//! # The steps
//!
//! - the pair [`thread`], [`async`]: a permit for each request
//! - [`held`]: one permit for both requests
//! - [`both`]: both at once, with scoped threads and with `join!`
//! - `turns`: who has a permit when, drawn by the server's clock
//! - `compare`: wall times of the three, side by side
//! - [`stuck`]: a permit kept while another one is waited for; its
//!   wrong versions ([`stuck::wrong`], [`stuck::threads::wrong`])
//!   lack one line
//!
//! # Layout
//!
//! - [`many`]: the pair that starts the units of all steps
//! - [`only_thread`], [`only_async`]: the same again, as each world
//!   writes it that does not know the other
//! - [`content`]: JSON or bytes; [`fault`]: what can go wrong
//! - [`name`]: a file's name, made of what a server sent
//! - [`plan`], [`book`]: how a run goes about it, what came of it
//! - [`log`], [`trial`], [`table`]: what the server saw of a run,
//!   what it took, and what figures of several runs support
//! - [`program`], `refusal.rs`: the command lines, and what some
//!   steps do not honour
//! - [`show`], `words.rs`: what is run, and what is said
//!
//! Source: after `flags3_asyncio.py` and `flags3_threadpool.py`,
//! *Fluent Python*, ch. 18 of its first edition. There, an error
//! of one country sticks to those that come after it; here it does
//! not, and a test says so.

use std::io;

use tokio::runtime::{Builder, Runtime};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod book;
pub mod both;
mod compare;
pub mod content;
pub mod fault;
pub mod held;
pub mod log;
pub mod many;
pub mod name;
pub mod only_async;
pub mod only_thread;
pub mod plan;
pub mod program;
mod refusal;
pub mod show;
pub mod stuck;
pub mod table;
pub mod thread;
pub mod trial;
mod turns;
mod words;

pub use book::{Book, Download};
pub use content::Content;
pub use fault::Fault;
pub use name::FileName;
pub use plan::{Hold, Plan};
pub use stuck::Ends;

/// What taking a permit expects.
const OPEN: &str = "nobody closes the semaphore";

/// What joining a unit expects.
const NO_PANIC: &str = "no download panics";

/// Makes the runtime of the async halves: all tasks on one thread.
///
/// # Errors
///
/// If the system gives it no event queue.
pub fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}
