//! Download: many requests whose waiting overlaps.
//!
//! **Question.** Downloading a flag is mostly waiting for the
//! server. Who waits when five downloads are under way: five
//! threads, or one?
//!
//! **What the diff teaches.** The two halves are one program. A
//! unit (a thread, a task) takes codes and downloads their flags;
//! there are as many units as there may be requests at once. What
//! differs is who waits: in one half a thread of the operating
//! system, in the other a task, while the only thread runs the
//! others.
//!
//! Read [`sequential`], then [`thread`] and [`async`] side by side
//! (`diff src/thread.rs src/async.rs`), and run them:
//!
//! ```shell
//! cargo run --bin download_sequential
//! cargo run --bin download_thread
//! cargo run --bin download_async
//! ```
//!
//! The client of the thread half is `ureq`, whose sockets block
//! the thread that reads them. It is not `reqwest::blocking`:
//! that one starts a hidden thread with an async runtime and does
//! all its input and output there, so a "thread" half that used it
//! would be an async program in disguise.
//!
//! The two client libraries differ by more than threads and tasks
//! do. The step [`raw`] is the same program on bare `TcpStream`s:
//! a pair that differs in the model alone.
//!
//! Saving a file blocks, too, in both halves; small files make
//! that too short to see. A later lesson is about it.
//!
//! Source: after `flags.py`, `flags_threadpool.py` and
//! `flags_asyncio.py`, *Fluent Python*, ch. 20.

use flags::{Program, Unit};
use lesson::Step;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
mod client;
pub mod raw;
pub mod sequential;
pub mod thread;

const STEPS: &[Step] = &[
    Step {
        name: "clients",
        about: "by HTTP client libraries: ureq, reqwest",
    },
    Step {
        name: "raw",
        about: "on bare TCP streams: std's, tokio's",
    },
];

/// What `download_sequential` says about itself.
pub const SEQUENTIAL: Program = Program {
    name: "download_sequential",
    about: "Downloads flags, one after the other",
    unit: Unit::Sequential,
    steps: STEPS.first_chunk::<1>().unwrap(),
};

/// What `download_thread` says about itself.
pub const THREAD: Program = Program {
    name: "download_thread",
    about: "Downloads flags, each request on a thread that waits",
    unit: Unit::Thread,
    steps: STEPS,
};

/// What `download_async` says about itself.
pub const ASYNC: Program = Program {
    name: "download_async",
    about: "Downloads flags by async tasks, all on one thread",
    unit: Unit::Task,
    steps: STEPS,
};
