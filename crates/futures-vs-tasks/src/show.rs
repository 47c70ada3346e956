//! Runs a step, prints its rows, and says what was seen.

mod sentence;
mod tasks;
mod threads;

use std::{io, num::NonZero, thread};

use lesson::{Args, output, say};

use crate::Table;

pub use tasks::show_tasks;
pub use threads::show_threads;

/// Returns how many threads this machine runs at once.
fn cores() -> io::Result<usize> {
    thread::available_parallelism().map(NonZero::get)
}

/// Begins the table of a step.
fn begin(args: &Args) -> Table {
    say!("{}", sentence::intro(args.step.name));
    Table::shown()
}

/// Says what was seen in a step.
fn end(args: &Args, table: &Table) {
    say!("{}", sentence::of(args.step.name, table));
    let timed = args.step.name == "together";
    if let Some(notice) = output::debug_notice().filter(|_| timed) {
        say!("{notice}");
    }
}
