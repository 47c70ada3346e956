//! Event loop: when A happens, do B.
//!
//! **Question.** A program waits for six things at once: timers,
//! lines on sockets, the result of another thread, the exit of a
//! child process. Who waits for each, and who decides who runs?
//!
//! **What the diff teaches.** In the thread half a thread waits
//! for each source, inside a call that blocks, and the kernel
//! decides who runs. In the async half a task waits for each, and
//! all of them share one thread: the event loop, which asks the
//! system once for all of them. The program is the same.
//!
//! Read [`thread`] and [`async`] side by side
//! (`diff src/thread.rs src/async.rs`), then the loop, which is
//! here to be read whole: [`runtime`]. Run them:
//!
//! ```shell
//! cargo run --bin event_loop_thread
//! cargo run --bin event_loop_async
//! cargo run --bin event_loop_async -- --trace-all
//! cargo run --bin event_loop_async -- --trace trace.json
//! ```
//!
//! The loop stands on two floors. Ours is the reactor: a table of
//! who waits for which socket. Below it is the operating system
//! (epoll, kqueue, IOCP), which knows sockets and no tasks.
//!
//! A system's selector watches sockets; it does not watch child
//! processes everywhere. So the child's exit becomes an event in
//! the simplest way that works on every system: a helper thread
//! waits for it, as for any call that blocks, and wakes the loop.
//! (Tokio's own `process` listens to signals or process handles
//! instead, which takes no thread.)
//!
//! # Steps
//!
//! - `sources`: the pair, with the trace of the loop
//! - [`chain`]: one nested await, down and up
//! - [`run_sync`]: the console helper, outside and inside a loop
//! - [`callbacks`]: the same without tasks; what a waker is
//! - [`on_tokio`] (`--step tokio`): the same programs on tokio
//!
//! # Layout
//!
//! - [`source`], [`outside`], [`log`]: what both halves share
//! - [`runtime`]: our event loop, with tokio's names
//! - [`trace`]: the shape of `--trace FILE`
//! - [`only_thread`], [`only_async`]: what one writes who has only
//!   threads, or only tasks
//! - [`show`]: what is printed
//!
//! Source: after the event loop that `asyncio` has, as told in
//! *Fluent Python*, ch. 21.

use std::time::Duration;

use lesson::{Opt, Program, Step, Takes};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod callbacks;
pub mod chain;
mod lines;
pub mod log;
pub mod on_tokio;
pub mod only_async;
pub mod only_thread;
pub mod outside;
pub mod run_sync;
pub mod runtime;
pub mod show;
pub mod source;
pub mod thread;
pub mod trace;

pub use log::{Event, Log};
pub use source::{Kind, Source, slow_function};

const STEPS: &[Step] = &[
    Step {
        name: "sources",
        about: "timers, sockets, a thread and a child, all at once",
    },
    Step {
        name: "chain",
        about: "one nested call or await, down and up",
    },
    Step {
        name: "run_sync",
        about: "waiting in code that is not async, here and there",
    },
    Step {
        name: "callbacks",
        about: "the same without tasks, and what a waker is",
    },
    Step { name: "tokio", about: "the same program on tokio" },
];

const TICK: Opt = Opt {
    name: "tick",
    takes: Takes::Duration(Duration::from_millis(400)),
    about: "of timer A; all else in proportion",
};

const TICKS: Opt = Opt {
    name: "ticks",
    takes: Takes::Count(2),
    about: "how often timer A ticks",
};

/// What `event_loop_thread` says about itself.
pub const THREAD: Program = Program {
    name: "event_loop_thread",
    about: "Waits for six sources at once, with a thread for each",
    steps: STEPS,
    options: &[TICK, TICKS],
};

/// What `event_loop_async` says about itself.
pub const ASYNC: Program = Program {
    name: "event_loop_async",
    about: "Waits for six sources at once, on one thread with an \
            event loop",
    steps: STEPS,
    options: &[
        TICK,
        TICKS,
        Opt {
            name: "trace-all",
            takes: Takes::Nothing,
            about: "print all of the loop's trace",
        },
        Opt {
            name: "trace",
            takes: Takes::File,
            about: "write it all to a file, as JSON",
        },
    ],
};
