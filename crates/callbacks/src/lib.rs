//! Callbacks: three requests, each of which needs the answer of
//! the one before.
//!
//! **Question.** An index of codes, then what is known about one
//! of them, then its flag: between two requests there is nothing
//! to do but wait. Where does the program stand meanwhile, and
//! who remembers what it knows so far?
//!
//! **What the diff teaches.** In plain code that blocks, the
//! program stands at its line, on the stack of a thread that
//! waits; what it knows is in its variables, and an error leaves
//! by a `?`. Async code is the same text with `.await` in it: it
//! stands at its line, too, and has the same variables, but no
//! thread. Delete `.await` in your mind, and read the other half.
//!
//! What came before async/await is the step [`hell`]. There the
//! program stands nowhere: what comes next was handed to somebody
//! else, who is to call it back.
//!
//! ```shell
//! diff src/thread.rs src/async.rs
//! cargo run --bin callbacks_thread
//! cargo run --bin callbacks_async
//! cargo run --bin callbacks_thread -- --step hell
//! cargo run --bin callbacks_async -- --server error
//! ```
//!
//! # The four forms
//!
//! 1. nested callbacks, called by an event loop:
//!    [`hell::thread`]
//! 2. calls that block a thread: [`thread`]
//! 3. combinators, which make futures of futures: [`hell::async`]
//! 4. async/await: [`async`]
//!
//! # The steps
//!
//! - `stages`: the pair [`thread`], [`async`]
//! - [`hell`]: nested callbacks beside combinators, and what each
//!   form costs its reader
//! - `error`: an error at the second stage in all forms, and one
//!   that is forgotten ([`hell::wrong`])
//! - [`scheduled`]: nothing happens unless somebody runs it
//! - [`adapters`]: callbacks that are waited for; code that waits
//!   and calls back
//! - [`twice`]: a callback that is called twice, or never
//!
//! # Layout
//!
//! - [`Stage`], [`Error`], `content.rs`: the three requests, what
//!   can go wrong, what their answers are
//! - [`get`]: asking for a stage in three manners; all that the
//!   forms know of where answers come from
//! - [`event_loop`]: a queue of jobs and the thread that runs them
//! - [`Log`], [`Row`], [`heart`]: who asked, who waited, and whose
//!   heart beat meanwhile
//! - `program.rs`, `show.rs`: the command lines, and what is told
//!
//! Source: after the section "From Callbacks to Futures and
//! Coroutines" of *Fluent Python* (1st edition, ch. 18), whose
//! three requests are made up; here they are real.

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

pub use content::{Flag, Index, Metadata, read_image};
pub use error::{Cause, Error};
pub use log::{Asked, Log};
pub use program::{ASYNC, THREAD};
pub use row::Row;
pub use show::{show_tasks, show_threads};
pub use stage::Stage;
