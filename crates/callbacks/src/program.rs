//! What the binaries say about themselves.

use std::time::Duration;

use flags::{Program, Unit};
use lesson::{Opt, Step, Takes};

const STEPS: &[Step] = &[Step {
    name: "stages",
    about: "plain code that blocks, or that awaits",
}];

const OPTIONS: &[Opt] = &[Opt {
    name: "heartbeat",
    takes: Takes::Duration(Duration::from_millis(20)),
    about: "Let a heart beat every DURATION",
}];

/// What `callbacks_thread` says about itself.
pub const THREAD: Program = Program {
    name: "callbacks_thread",
    about: "Makes three requests in turn, each of which needs the \
            answer before",
    unit: Unit::Thread,
    steps: STEPS,
    options: OPTIONS,
    defaults: &[("limit", "2"), ("delay", "200")],
    saves: false,
};

/// What `callbacks_async` says about itself.
pub const ASYNC: Program =
    Program { name: "callbacks_async", unit: Unit::Task, ..THREAD };
