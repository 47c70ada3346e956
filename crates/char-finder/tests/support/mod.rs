//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::sync::{Arc, LazyLock};

use char_finder::{
    Client, Finder, Index, Unit,
    host::{self, Running},
};
pub(crate) use testing::{fits_terminal, in_time, run, text};

pub(crate) const BOTH: [Unit; 2] = [Unit::Thread, Unit::Task];

/// The index takes a second in a debug build: one for all tests.
pub(crate) static INDEX: LazyLock<Arc<Index>> =
    LazyLock::new(|| Arc::new(Index::new()));

/// Starts a server with so many seats that shows so many lines.
pub(crate) fn start(
    unit: Unit,
    most_lines: usize,
    seats: usize,
) -> Running {
    let index = Arc::clone(&INDEX);
    let finder = Arc::new(Finder::new(index, most_lines, seats));
    host::start(unit, 0, &finder).expect("a server starts")
}

/// Connects to a server, and takes its greeting.
pub(crate) fn connect(server: &Running) -> Client {
    let mut client =
        Client::connect(server.address).expect("a connection");
    let greeting = client.line().expect("a greeting");
    assert!(greeting.contains("such as SNAIL"), "{greeting}");
    client
}

/// Returns the name that ends a line of an answer.
pub(crate) fn name(line: &str) -> &str {
    line.rsplit("  ").next().unwrap_or_default()
}
