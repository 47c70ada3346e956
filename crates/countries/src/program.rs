//! The command lines.

use std::time::Duration;

use flags::{Program, Unit};
use lesson::{Opt, Step, Takes};

const STEPS: &[Step] = &[
    Step { name: "each", about: "a permit for each request" },
    Step { name: "held", about: "one permit for both requests" },
    Step {
        name: "both",
        about: "both requests at once, a permit for each",
    },
    Step {
        name: "turns",
        about: "who has a permit when, drawn (4 flags, 2 permits)",
    },
    Step {
        name: "compare",
        about: "wall times of the three, side by side",
    },
    Step {
        name: "stuck",
        about: "a permit kept while another is waited for (4, 2)",
    },
];

const OPTIONS: &[Opt] = &[
    Opt {
        name: "units",
        takes: Takes::Count(20),
        about: "Have N downloads under way at once, with a \
                permit or without",
    },
    Opt {
        name: "work",
        takes: Takes::Duration(Duration::ZERO),
        about: "Work on each flag before its name is asked for; \
                compare does some anyway, stuck none",
    },
    Opt {
        name: "rounds",
        takes: Takes::Count(3),
        about: "Rounds of the step compare",
    },
    Opt {
        name: "patience",
        takes: Takes::Duration(Duration::from_millis(500)),
        about: "How long the step stuck waits for a sign of life, \
                beside the delays",
    },
];

/// The defaults of the steps `turns` and `stuck`: so few that a
/// person can follow all of them, and fewer permits than downloads.
pub(crate) const FEW: &[(&str, &str)] =
    &[("delay", "50"), ("limit", "4"), ("max-req", "2")];

const USUAL: Program = Program {
    steps: STEPS,
    options: OPTIONS,
    defaults: &[("delay", "50")],
    ..Program::USUAL
};

/// What `countries_thread` says about itself.
pub const THREAD: Program = Program {
    name: "countries_thread",
    about: "Downloads flags and their countries' names on threads, \
            two requests each",
    unit: Unit::Thread,
    ..USUAL
};

/// What `countries_async` says about itself.
pub const ASYNC: Program = Program {
    name: "countries_async",
    about: "Downloads flags and their countries' names by tasks, \
            two requests each",
    unit: Unit::Task,
    ..USUAL
};
