//! What the binaries say of themselves.

use std::time::Duration;

use flags::{Program, Unit};
use lesson::{Opt, Step, Takes};

const STEPS: &[Step] = &[
    step("arrival", "all at once, taken in the order of arrival"),
    step("wait", "for all, the first, the first failure, a time"),
    step("pending", "what becomes of those nobody waits for"),
    step("buffered", "at most N under way, in order and not"),
    step("still", "who goes on while the loop's body is busy"),
    step("joined", "join_all: at once is not in parallel"),
    step("countdown", "four counters make the orders visible"),
];

const OPTIONS: &[Opt] = &[
    Opt {
        name: "patience",
        takes: Takes::Duration(Duration::from_millis(250)),
        about: "wait: the time limit",
    },
    Opt {
        name: "busy",
        takes: Takes::Duration(Duration::from_millis(600)),
        about: "still: how long the loop's body is busy",
    },
    Opt {
        name: "ahead",
        takes: Takes::Count(3),
        about: "buffered, still: how many are under way at once",
    },
    Opt {
        name: "tick",
        takes: Takes::Interval(Duration::from_millis(200)),
        about: "countdown: the time between two counts",
    },
    timeline::TIMELINE,
    timeline::TRACE,
];

const fn step(name: &'static str, about: &'static str) -> Step {
    Step { name, about }
}

/// What `as_completed_thread` says about itself.
pub const THREAD: Program = Program {
    name: "as_completed_thread",
    about: "Results as soon as they are there, by threads",
    unit: Unit::Thread,
    steps: STEPS,
    options: OPTIONS,
    defaults: &[("limit", "6")],
    saves: false,
    bounded: false,
    unreported: &[
        "wait",
        "pending",
        "buffered",
        "still",
        "joined",
        "countdown",
    ],
    ..Program::USUAL
};

/// What `as_completed_async` says about itself.
pub const ASYNC: Program = Program {
    name: "as_completed_async",
    about: "Results as soon as they are there, by tasks",
    unit: Unit::Task,
    ..THREAD
};
