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
//! One HTTP client library cannot be both: the one of the thread
//! half (`ureq`) blocks the thread that waits, the one of the
//! async half (`reqwest`) lets the task wait. [`clients`] sets
//! them up alike. They differ by more than threads and tasks do:
//! the step [`raw`] is the same program on bare `TcpStream`s, a
//! pair that differs in the model alone.
//!
//! [`only_thread`] and [`only_async`] answer no other half: each is
//! what one would write who has only that world.
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
pub mod only_async;
pub mod only_thread;
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
    options: timeline::OPTIONS,
    steps: STEPS.first_chunk::<1>().unwrap(),
    ..Program::USUAL
};

/// What `download_thread` says about itself.
pub const THREAD: Program = Program {
    name: "download_thread",
    about: "Downloads flags, each request on a thread that waits",
    unit: Unit::Thread,
    options: timeline::OPTIONS,
    steps: STEPS,
    ..Program::USUAL
};

/// What `download_async` says about itself.
pub const ASYNC: Program = Program {
    name: "download_async",
    about: "Downloads flags by async tasks, all on one thread",
    unit: Unit::Task,
    options: timeline::OPTIONS,
    steps: STEPS,
    ..Program::USUAL
};
