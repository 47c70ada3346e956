//! What the binaries say about themselves, and take.

use lesson::{Opt, Program, Step, Takes};

use crate::{Kind, plan::default_max};

const STEPS: &[Step] = &[
    Step { name: "bare", about: "units that wait for a signal" },
    Step {
        name: "connected",
        about: "each with an open connection and its buffer",
    },
    Step {
        name: "stack",
        about: "what was used before the wait, and what is held",
    },
];

const fn options(kind: Kind) -> [Opt; 3] {
    [
        Opt {
            name: "max",
            takes: Takes::Count(default_max(kind)),
            about: match kind {
                Kind::Thread => "how many there are, at the most",
                Kind::Task => "how many; in the other steps 1000",
            },
        },
        Opt {
            name: "rounds",
            takes: Takes::Count(5),
            about: "how often each row is measured",
        },
        Opt {
            name: "buffer",
            takes: Takes::Count(8 * 1024),
            about: "bytes of a connection's buffer",
        },
    ]
}

/// What `footprint_thread` says about itself.
pub const THREAD: Program = Program {
    name: "footprint_thread",
    about: "Measures what a waiting thread costs, and a task: \
            memory, time to create,\ntime to wake. Each row is \
            measured in processes of its own.",
    steps: STEPS,
    options: &options(Kind::Thread),
};

/// What `footprint_async` says about itself.
pub const ASYNC: Program = Program {
    name: "footprint_async",
    about: "Measures what a waiting task costs, and a thread: \
            memory, time to create,\ntime to wake. Each row is \
            measured in processes of its own.",
    steps: STEPS,
    options: &options(Kind::Task),
};

/// Returns what the binary for `kind` says about itself.
pub(crate) fn of(kind: Kind) -> &'static Program {
    match kind {
        Kind::Thread => &THREAD,
        Kind::Task => &ASYNC,
    }
}
