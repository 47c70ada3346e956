//! Step `parallel`: one thread under the units, or two.
//!
//! What made the task half right was not that it has tasks. It was
//! that one thread runs them. The same program on a runtime with
//! two threads needs what threads need.

use std::{io, time::Duration};

use lesson::say;

use crate::{
    DEADLINE, INTO_ONE, Outcome, r#async, mutex, owner, runtime,
    show::{self, THREADS},
    thread,
};

/// Runs the orders on one thread, on two, and on two with a lock.
pub fn show_threads(patience: Duration) {
    say!("{THREADS}");
    show::say_gap(patience);
    let one =
        show::run("On one thread, in turn", patience, |bank| {
            owner::thread::transfer_all(bank, INTO_ONE)
        });
    let two = show::run("On two threads", DEADLINE, |bank| {
        thread::transfer_all(bank, INTO_ONE)
    });
    let locked = "On two threads, under a Mutex";
    let locked = show::run(locked, patience, |bank| {
        mutex::thread::transfer_all(bank, INTO_ONE)
    });
    conclude(&one, &two, &locked);
}

/// Runs the tasks on one thread, on two, and on two with a lock.
///
/// # Errors
///
/// If the system refuses a runtime what it needs.
pub fn show_tasks(patience: Duration) -> io::Result<()> {
    show::say_gap(patience);
    let runtime = runtime::current_thread()?;
    let title = "On one thread (current-thread runtime)";
    let one = show::run(title, patience, |bank| {
        runtime.block_on(r#async::transfer_all(bank, INTO_ONE))
    });
    let runtime = runtime::multi_thread()?;
    let title = "On two threads (multi-thread runtime)";
    let two = show::run(title, DEADLINE, |bank| {
        runtime.block_on(r#async::transfer_all(bank, INTO_ONE))
    });
    let title = "On two threads, under tokio's Mutex";
    let locked = show::run(title, patience, |bank| {
        runtime
            .block_on(mutex::r#async::transfer_all(bank, INTO_ONE))
    });
    conclude(&one, &two, &locked);
    Ok(())
}

fn conclude(one: &Outcome, two: &Outcome, locked: &Outcome) {
    say!(
        "Lost on one thread: {}, on two: {}, on two with a lock: \
         {}.",
        one.lost(),
        two.lost(),
        locked.lost()
    );
}
