//! Step `shutdown`: the end, while an answer is under way.

use std::{env, io, thread, time::Duration};

use lesson::say;

use super::words::Grouped;
use crate::{Index, Unit, shutdown};

/// How long it takes until one believes that the server waits.
const WHILE: Duration = Duration::from_millis(300);

/// Shuts down a right server and a wrong one.
pub(crate) fn show(unit: Unit, index: &Index) -> io::Result<()> {
    let all = index.characters();
    say!(
        "The server is a child process. A asks for all {} \
         characters and reads\none line; B says nothing. Then the \
         server is told to stop.",
        Grouped(all)
    );
    say!("\nright: all {unit}s are joined");
    let right = all - characters(true, all)?;
    say!(
        "\nwrong: {}",
        match unit {
            Unit::Thread => "nobody joins the threads",
            Unit::Task => "the tasks are aborted",
        }
    );
    let wrong = all - characters(false, all)?;
    say!(
        "\nOf its answer, A lost {} lines by the right server, {} \
         by the wrong one.",
        Grouped(right),
        Grouped(wrong)
    );
    Ok(())
}

/// Shuts down a server, and returns how many characters arrived.
fn characters(is_right: bool, all: usize) -> io::Result<usize> {
    let program = env::current_exe()?;
    let mut ending = shutdown::begin(&program, is_right)?;
    say!("  B is told: {}", or_nothing(&ending.told));
    let late = ending.late_was_served;
    let late = if late { "is served" } else { "is refused" };
    say!("  C comes late: it {late}");
    // As long as A does not read on, its answer is not complete.
    thread::sleep(WHILE);
    let ended = ending.server.has_ended()?;
    let state = if ended { "is gone" } else { "waits for A" };
    say!("  the server {state}");
    let got = ending.read_on();
    say!(
        "  A reads on: {} of {} lines, and: {}",
        Grouped(got.characters),
        Grouped(all),
        or_nothing(&got.farewell)
    );
    ending.server.wait()?;
    if !ended {
        say!("  the server has ended");
    }
    Ok(got.characters)
}

fn or_nothing(line: &str) -> &str {
    if line.is_empty() { "(closed without a word)" } else { line }
}
