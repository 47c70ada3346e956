//! What the binaries say about themselves, and what they take.

use std::time::Duration;

use lesson::{Args, Opt, Program, Step, Takes};

const STEPS: &[Step] = &[
    Step {
        name: "told",
        about: "a spinner that is told to stop after the answer",
    },
    Step {
        name: "frozen",
        about: "what stands still when a call blocks its thread",
    },
    Step {
        name: "cancel",
        about: "ending a spinner that was not told to stop",
    },
    Step {
        name: "cpu_bound",
        about: "a prime test that works and never waits",
    },
];

const OPTIONS: &[Opt] = &[
    Opt {
        name: "tick",
        takes: Takes::Duration(Duration::from_millis(100)),
        about: "the time between two frames",
    },
    Opt {
        name: "work",
        takes: Takes::Duration(Duration::from_secs(3)),
        about: "how long the slow function takes",
    },
    timeline::TIMELINE,
    timeline::TRACE,
];

/// What `spinner_thread` says about itself.
pub const THREAD: Program = Program {
    name: "spinner_thread",
    about: "A thread turns a spinner while another one waits",
    steps: STEPS,
    options: OPTIONS,
};

/// What `spinner_async` says about itself.
pub const ASYNC: Program = Program {
    name: "spinner_async",
    about: "A task turns a spinner while another one waits, \
            both on one thread",
    steps: STEPS,
    options: OPTIONS,
};

const SHORTEST_TICK: Duration = Duration::from_millis(1);

/// How long everything takes.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// The time between two frames.
    pub tick: Duration,
    /// How long the slow function takes.
    pub work: Duration,
}

impl Times {
    /// Reads both from a command line; a tick of nothing would
    /// draw and draw.
    pub fn of(args: &Args) -> Self {
        Self {
            tick: args.duration("tick").max(SHORTEST_TICK),
            work: args.duration("work"),
        }
    }
}
