//! What the binaries say of themselves.

use std::time::Duration;

use lesson::{Opt, Program, Step, Takes};

const STEPS: &[Step] = &[
    step("lazy", "what makes work run: a call, a spawn, a poll"),
    step("result", "a result before and after it is there; panics"),
    step("handle", "thread and task, point by point"),
    step("detach", "units for which nobody waits any more"),
    step("exit", "a unit that is at work when main returns"),
    step("together", "three at once: waiting, computing, in order"),
    step("borrow", "what a unit may borrow, share, keep to itself"),
    step("wait", "to be woken is no promise: wait in a loop"),
];

const OPTIONS: &[Opt] = &[
    Opt {
        name: "patience",
        takes: Takes::Duration(Duration::from_millis(500)),
        about: "how long we stay busy",
    },
    Opt {
        name: "limit",
        takes: Takes::Duration(Duration::from_millis(200)),
        about: "the time limit on a result",
    },
    Opt {
        name: "work",
        takes: Takes::Duration(Duration::from_millis(200)),
        about: "how long a unit waits or computes",
    },
    Opt {
        name: "channel",
        takes: Takes::Nothing,
        about: "feed the pool by a crossbeam channel",
    },
];

const fn step(name: &'static str, about: &'static str) -> Step {
    Step { name, about }
}

/// What `futures_vs_tasks_thread` says about itself.
pub const THREAD: Program = Program {
    name: "futures_vs_tasks_thread",
    about: "The result that is not there yet, with threads.",
    steps: STEPS,
    options: OPTIONS,
};

/// What `futures_vs_tasks_async` says about itself.
pub const ASYNC: Program = Program {
    name: "futures_vs_tasks_async",
    about: "The result that is not there yet, with futures, tasks.",
    // All but the last one, which is about a pool of threads.
    options: OPTIONS.first_chunk::<3>().unwrap(),
    ..THREAD
};
