//! What the binaries say about themselves, and take.

use std::{io, time::Duration};

use lesson::{Args, Opt, Program, Step, Takes};

use crate::{
    compiler, deadlock, guard, mutex, owner, parallel, poison, race,
};

const STEPS: &[Step] = &[
    Step { name: "race", about: "check, pause, act: what is lost" },
    Step {
        name: "parallel",
        about: "the same on one thread, and on two",
    },
    Step {
        name: "mutex",
        about: "a lock around check and act, and who is refused",
    },
    Step {
        name: "owner",
        about: "no lock: one owner, orders through a channel",
    },
    Step {
        name: "deadlock",
        about: "two locks in opposite order, and in the same",
    },
    Step {
        name: "poison",
        about: "a panic in the middle, and how to recover",
    },
    Step {
        name: "guard",
        about: "a lock held while waiting, and let go before",
    },
    Step {
        name: "compiler",
        about: "what does not compile, and what does",
    },
];

const OPTIONS: &[Opt] = &[Opt {
    name: "patience",
    takes: Takes::Duration(Duration::from_millis(500)),
    about: "wait this long for what may never come",
}];

/// What `critical_section_thread` says about itself.
pub const THREAD: Program = Program {
    name: "critical_section_thread",
    about: "Transfers between accounts on threads: what is lost, \
            and what locks do about it",
    steps: STEPS,
    options: OPTIONS,
};

/// What `critical_section_async` says about itself.
pub const ASYNC: Program = Program {
    name: "critical_section_async",
    about: "Transfers between accounts on tasks: when they need no \
            lock, and when they do",
    steps: STEPS,
    options: OPTIONS,
};

/// Runs the chosen step on threads.
pub fn show_threads(args: &Args) {
    let patience = args.duration("patience");
    match args.step.name {
        "parallel" => parallel::show_threads(patience),
        "mutex" => mutex::show_threads(patience),
        "owner" => owner::show_threads(patience),
        "deadlock" => deadlock::show_threads(patience),
        "poison" => poison::show_threads(),
        "guard" => guard::show_threads(patience),
        "compiler" => compiler::show_threads(patience),
        _ => race::show_threads(patience),
    }
}

/// Runs the chosen step on tasks.
///
/// # Errors
///
/// If the system refuses a runtime what it needs.
pub fn show_tasks(args: &Args) -> io::Result<()> {
    let patience = args.duration("patience");
    match args.step.name {
        "parallel" => parallel::show_tasks(patience),
        "mutex" => mutex::show_tasks(patience),
        "owner" => owner::show_tasks(patience),
        "deadlock" => deadlock::show_tasks(patience),
        "poison" => poison::show_tasks(),
        "guard" => guard::show_tasks(patience),
        "compiler" => compiler::show_tasks(patience),
        _ => race::show_tasks(patience),
    }
}
