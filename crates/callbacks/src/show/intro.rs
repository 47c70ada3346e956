//! What is said before a step.

use flags::{Setup, Unit};

/// Who runs beside three stages that await.
const BOTH: &str = "\
    One thread (tokio, current-thread) runs this, and a heart \
    every";

/// Says what the step is about.
pub(super) fn of(unit: Unit, setup: &Setup) -> String {
    let delay = match setup.args.delay() {
        Some(delay) => format!("The server answers after {delay}"),
        None => "The server is elsewhere".to_owned(),
    };
    let heart = setup.args.duration("heartbeat");
    let stages = format!(
        "Three requests for each flag; each needs the answer of \
         the one before.\n{delay}."
    );
    let text = match (setup.step.name, unit) {
        ("hell", Unit::Task) => format!(
            "{stages} Combinators: futures made of \
             futures.\n{BOTH} {heart:?}."
        ),
        ("hell", _) => format!(
            "{stages} Nested callbacks: helper threads wait, one\n\
             thread, the event loop, calls back; a heart beats \
             there, too, every {heart:?}."
        ),
        ("error", _) => "\
            Our own client refuses the second stage. How often is \
            the flag asked for then,\nand what reaches the caller?"
            .to_owned(),
        ("scheduled", _) => "\
            How many requests does it make to write three stages \
            down, and to run them?"
            .to_owned(),
        ("adapters", _) => format!(
            "Callbacks that are waited for, and code that waits \
             and calls back.\n{delay}; a heart beats every \
             {heart:?}."
        ),
        ("twice", _) => "\
            The callback of the second stage is called once, \
            twice, or never: dropped.\nHow often is the flag asked \
            for, and what comes of it? (Code that waits has no\n\
            callback: it waits for an adapter, which has one.)"
            .to_owned(),
        (_, Unit::Task) => format!(
            "{stages} Plain code that awaits.\n{BOTH} {heart:?}."
        ),
        _ => format!(
            "{stages} Plain code that blocks its thread.\nA heart \
             beats every {heart:?}, on another thread."
        ),
    };
    match (unit, setup.step.name) {
        (Unit::Task, "adapters" | "twice") => format!(
            "{text}\nTasks: tokio's current-thread runtime. \
             Callbacks: a loop on a thread of its own."
        ),
        (Unit::Task, "error" | "scheduled") => format!(
            "{text}\nAll tasks on one thread: tokio's \
             current-thread runtime."
        ),
        _ => text,
    }
}
