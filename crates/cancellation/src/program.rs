//! The command lines.

use std::time::Duration;

use lesson::{Opt, Program, Step, Takes};

const STEPS: &[Step] = &[
    Step { name: "tell", about: "by a stop flag, by a token" },
    Step {
        name: "ways",
        about: "five ways of asking, and the time each takes",
    },
    Step {
        name: "exit",
        about: "main returns, and nobody has waited for the unit",
    },
    Step {
        name: "lost",
        about: "stopped at each place: what is lost, or twice?",
    },
    Step {
        name: "delay",
        about: "asked in the middle of a step, which is completed",
    },
    Step {
        name: "shield",
        about: "the step is a unit of its own, and goes on",
    },
    Step {
        name: "refuse",
        about: "the unit goes on, though it is asked to stop",
    },
    Step {
        name: "guard",
        about: "a guard cleans up, or nobody does",
    },
    Step {
        name: "blocking",
        about: "work that cannot be stopped, and who waits for it",
    },
];

const OPTIONS: &[Opt] = &[
    Opt {
        name: "records",
        takes: Takes::Count(6),
        about: "records to copy (exit: 2, lost: 3)",
    },
    Opt {
        name: "pace",
        takes: Takes::Duration(Duration::from_millis(100)),
        about: "how long each wait takes",
    },
    Opt {
        name: "after",
        takes: Takes::Duration(Duration::from_millis(350)),
        about: "when main asks to stop",
    },
    Opt {
        name: "limit",
        takes: Takes::Duration(Duration::from_secs(1)),
        about: "when a read gives up by itself",
    },
];

/// What `cancellation_thread` says about itself.
pub const THREAD: Program = Program {
    name: "cancellation_thread",
    about: "Asks a thread to stop in the midst of copying, and \
            shows what is lost then",
    steps: STEPS,
    options: OPTIONS,
};

/// What `cancellation_async` says about itself.
pub const ASYNC: Program = Program {
    name: "cancellation_async",
    about: "Asks a task to stop in the midst of copying, and \
            shows what is lost then",
    steps: STEPS,
    options: OPTIONS,
};
