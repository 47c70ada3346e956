//! What the binaries say about themselves.

use std::time::Duration;

use flags::Program;
use lesson::{Opt, Step, Takes};

const STEPS: &[Step] = &[
    Step {
        name: "stages",
        about: "plain code that blocks, plain code that awaits",
    },
    Step {
        name: "hell",
        about: "what came before: nested callbacks, combinators",
    },
    Step {
        name: "error",
        about: "what becomes of an error at the second stage",
    },
    Step {
        name: "scheduled",
        about: "what makes requests, and what does not",
    },
    Step {
        name: "adapters",
        about: "from callbacks to calls, and back",
    },
    Step {
        name: "twice",
        about: "a callback that is called twice, or never",
    },
];

const OPTIONS: &[Opt] = &[
    Opt {
        name: "heartbeat",
        takes: Takes::Interval(Duration::from_millis(20)),
        about: "Let a heart beat every DURATION",
    },
    Opt {
        name: "patience",
        takes: Takes::Duration(Duration::from_secs(1)),
        about: "Stay busy for DURATION at the most",
    },
];

/// What both have in common. There is one request after the other,
/// whoever waits for it: the usual `Unit::Sequential`.
const BOTH: Program = Program {
    steps: STEPS,
    options: OPTIONS,
    defaults: &[("limit", "2"), ("delay", "200")],
    saves: false,
    bounded: false,
    reports: false,
    ..Program::USUAL
};

/// What `callbacks_thread` says about itself.
pub const THREAD: Program = Program {
    name: "callbacks_thread",
    about: "Makes three requests in turn, each of which needs the \
            answer before, on threads",
    ..BOTH
};

/// What `callbacks_async` says about itself.
pub const ASYNC: Program = Program {
    name: "callbacks_async",
    about: "Makes three requests in turn, each of which needs the \
            answer before, in tasks",
    ..BOTH
};
