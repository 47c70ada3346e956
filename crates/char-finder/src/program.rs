//! The command lines.

use std::time::Duration;

use lesson::{Opt, Program, Step, Takes};

const STEPS: &[Step] = &[
    Step {
        name: "session",
        about: "two clients at once, one in the middle of a word",
    },
    Step {
        name: "serve",
        about: "a server for nc or telnet, until Ctrl-C",
    },
    Step {
        name: "shutdown",
        about: "the end, while an answer is under way",
    },
    Step {
        name: "limit",
        about: "as many clients as there are seats, and one more",
    },
    Step {
        name: "slow",
        about: "200 clients that type one byte a second",
    },
    Step {
        name: "web",
        about: "the same search, for a browser, until Ctrl-C",
    },
];

const OPTIONS: &[Opt] = &[
    Opt {
        name: "port",
        takes: Takes::CountUpTo { default: 2323, most: 65_535 },
        about: "serve, web: listen on this port of 127.0.0.1",
    },
    Opt {
        name: "limit",
        takes: Takes::Count(500),
        about: "serve: this many clients at once",
    },
    Opt {
        name: "lines",
        takes: Takes::Count(10),
        about: "show at most this many characters of an answer",
    },
    Opt {
        name: "clients",
        takes: Takes::Count(200),
        about: "slow: this many slow clients",
    },
    Opt {
        name: "pace",
        takes: Takes::Duration(Duration::from_secs(1)),
        about: "slow: one byte of each client in this time",
    },
];

/// What `char_finder_thread` says about itself.
pub const THREAD: Program = Program {
    name: "char_finder_thread",
    about: "Finds characters by their names, with a thread for \
            each connection",
    steps: STEPS,
    options: OPTIONS,
};

/// What `char_finder_async` says about itself.
pub const ASYNC: Program = Program {
    name: "char_finder_async",
    about: "Finds characters by their names, with a task for each \
            connection",
    steps: STEPS,
    options: OPTIONS,
};
