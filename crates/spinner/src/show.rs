//! The default step: a spinner that is told to stop.

use std::io;

use lesson::say;
use timeline::{asynchronous, blocking};

use crate::{Screen, THREADS, Times, r#async, runtime, thread};

/// Turns a spinner by a thread, and prints what was seen.
///
/// # Errors
///
/// If the system starts no more threads.
pub fn show_threads(times: Times) -> io::Result<()> {
    say!("{THREADS}");
    show(times, |screen| {
        blocking::lane("main", || thread::supervisor(times, screen))
    })
}

/// Turns a spinner by a task, and prints what was seen.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(times: Times) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    show(times, |screen| {
        let supervisor = r#async::supervisor(times, screen);
        runtime.block_on(asynchronous::lane("main", supervisor))
    })
}

fn show(
    times: Times,
    run: impl FnOnce(&Screen) -> io::Result<u32>,
) -> io::Result<()> {
    let screen = Screen::stdout();
    let answer = run(&screen)?;
    let seen = screen.seen();
    say!("Answer: {answer}");
    say!("{}", seen.sentence(times.tick));
    Ok(())
}
