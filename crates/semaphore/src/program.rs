//! What the binaries say of themselves.

use std::time::Duration;

use flags::{Program, Unit};
use lesson::{Opt, Step, Takes};

/// As many threads wait for a permit, at the most.
const MAX_THREADS: usize = 2_000;

/// As many tasks wait for a permit, at the most.
const MAX_TASKS: usize = 100_000;

const STEPS: &[Step] = &[
    step("limited", "a permit for each unit, acquired before it"),
    step("pool", "as many units as there may be requests"),
    step("channel", "a bounded channel as permits"),
    step("inside", "acquired before or inside: units, memory"),
    step("held", "let _ = acquire() gives the permit back at once"),
    step("wait", "what is inside: a wait, and why in a loop"),
    step("fair", "who gets the permit that comes back"),
    step("close", "a semaphore that hands out no more"),
    step("rate", "how many is not how often: a rate limiter"),
];

const fn step(name: &'static str, about: &'static str) -> Step {
    Step { name, about }
}

const INTERVAL: Opt = Opt {
    name: "interval",
    takes: Takes::Interval(Duration::from_millis(100)),
    about: "Step rate: from one turn to the next",
};

const ROUNDS: Opt = Opt {
    name: "rounds",
    takes: Takes::Count(100),
    about: "Step fair: how often a permit comes back",
};

const fn units(most: usize, about: &'static str) -> Opt {
    Opt {
        name: "units",
        takes: Takes::CountUpTo { default: most, most },
        about,
    }
}

/// What `semaphore_thread` says about itself.
pub const THREAD: Program = Program {
    name: "semaphore_thread",
    about: "At most so many requests at once, by threads",
    unit: Unit::Thread,
    steps: STEPS,
    options: &[
        INTERVAL,
        ROUNDS,
        units(MAX_THREADS, "Step inside: threads, 2000 at most"),
        timeline::TIMELINE,
        timeline::TRACE,
    ],
    // A fixed delay: one sees how many go together.
    defaults: &[("delay", "200")],
    unreported: &[
        "inside", "held", "wait", "fair", "close", "rate",
    ],
    ..Program::USUAL
};

/// What `semaphore_async` says about itself.
pub const ASYNC: Program = Program {
    name: "semaphore_async",
    about: "At most so many requests at once, by tasks",
    unit: Unit::Task,
    options: &[
        INTERVAL,
        ROUNDS,
        units(MAX_TASKS, "Step inside: tasks, 100000 at most"),
        timeline::TIMELINE,
        timeline::TRACE,
    ],
    ..THREAD
};
