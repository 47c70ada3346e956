//! What the binaries say of themselves.

use flags::{Program, Unit};
use lesson::Step;

const STEPS: &[Step] = &[
    step("limited", "a permit for each unit, acquired before it"),
    step("pool", "as many units as there may be requests"),
    step("channel", "a bounded channel as permits"),
];

const fn step(name: &'static str, about: &'static str) -> Step {
    Step { name, about }
}

/// What `semaphore_thread` says about itself.
pub const THREAD: Program = Program {
    name: "semaphore_thread",
    about: "At most so many requests at once, by threads",
    unit: Unit::Thread,
    steps: STEPS,
    // A fixed delay: one sees how many go together.
    defaults: &[("delay", "200")],
    ..Program::USUAL
};

/// What `semaphore_async` says about itself.
pub const ASYNC: Program = Program {
    name: "semaphore_async",
    about: "At most so many requests at once, by tasks",
    unit: Unit::Task,
    ..THREAD
};
