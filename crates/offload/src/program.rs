//! The command lines.

use std::time::Duration;

use flags::{Program, Unit};
use lesson::{Opt, Step, Takes};

const STEPS_OF_THREADS: &[Step] = &[
    Step { name: "direct", about: "each thread saves for itself" },
    Step {
        name: "pool",
        about: "a pool's thread saves, the other one waits",
    },
    Step {
        name: "forgotten",
        about: "the same, and nobody waits for the answer",
    },
    Step {
        name: "writer",
        about: "one thread writes, behind a bounded channel",
    },
    Step { name: "fs", about: "std::fs, on the real file system" },
    Step {
        name: "backpressure",
        about: "a disk that is slower than the network",
    },
    Step {
        name: "encode",
        about: "work that computes: how many threads?",
    },
];

const STEPS_OF_TASKS: &[Step] = &[
    Step { name: "direct", about: "each task saves for itself" },
    Step { name: "pool", about: "spawn_blocking, awaited" },
    Step {
        name: "forgotten",
        about: "spawn_blocking, not awaited",
    },
    Step {
        name: "writer",
        about: "one thread writes, behind a bounded channel",
    },
    Step {
        name: "fs",
        about: "tokio::fs, on the real file system",
    },
    Step {
        name: "backpressure",
        about: "a disk that is slower than the network",
    },
    Step {
        name: "encode",
        about: "work that computes: how many threads?",
    },
];

/// How long a write on the slow disk takes.
pub(crate) const DISK_DELAY: Duration = Duration::from_millis(30);

const OPTIONS: &[Opt] = &[
    Opt {
        name: "disk-delay",
        takes: Takes::Duration(DISK_DELAY),
        about: "How long the slow disk takes for a write",
    },
    Opt {
        name: "disk-fail",
        takes: Takes::Count(0),
        about: "Every Nth write on it fails (forgotten: 4)",
    },
    Opt {
        name: "real",
        takes: Takes::Nothing,
        about: "Use the real file system in place of the slow disk",
    },
    Opt {
        name: "room",
        takes: Takes::Count(2),
        about: "How many images may wait for the disk (writer, \
                backpressure)",
    },
    Opt {
        name: "pictures",
        takes: Takes::Count(24),
        about: "How many pictures to encode, at most 512",
    },
    Opt {
        name: "rounds",
        takes: Takes::Count(3),
        about: "How often to encode them in each way",
    },
    Opt {
        name: "tick",
        takes: Takes::Duration(Duration::from_millis(10)),
        about: "How often the heartbeat is to tick, 100us to 1s",
    },
    timeline::TIMELINE,
    timeline::TRACE,
];

/// What both binaries have in common.
const COMMON: Program = Program {
    options: OPTIONS,
    defaults: &[("delay", "50")],
    reports: false,
    ..Program::USUAL
};

/// What `offload_thread` says about itself.
pub const THREAD: Program = Program {
    name: "offload_thread",
    about: "Saves flags on a slow disk by threads, and shows whom \
            that keeps waiting",
    unit: Unit::Thread,
    steps: STEPS_OF_THREADS,
    ..COMMON
};

/// What `offload_async` says about itself.
pub const ASYNC: Program = Program {
    name: "offload_async",
    about: "Saves flags on a slow disk by tasks on one thread, and \
            shows whom that keeps waiting",
    unit: Unit::Task,
    steps: STEPS_OF_TASKS,
    ..COMMON
};
