//! Step `race`: check, pause, act.
//!
//! Two transfers pay into one account. Both look at it, then both
//! write what they saw, plus their amount: the second one writes
//! over what the first one gave.

use std::{io, time::Duration};

use lesson::say;

use crate::{
    DEADLINE, INTO_ONE, r#async, mutex, runtime,
    show::{self, THREADS, verdict},
    thread, wrong,
};

/// Runs two threads without a lock, then with one, and prints
/// what is lost.
pub fn show_threads(patience: Duration) {
    say!("{THREADS}");
    show::say_gap(patience);
    let without = show::run("Without a lock", DEADLINE, |bank| {
        thread::transfer_all(bank, INTO_ONE)
    });
    let with = show::run("Under a Mutex", patience, |bank| {
        mutex::thread::transfer_all(bank, INTO_ONE)
    });
    say!(
        "\"Threads need locks\": {} (lost without: {}, with: {}).",
        verdict(without.lost() != 0 && with.lost() == 0),
        without.lost(),
        with.lost()
    );
}

/// Runs two tasks without a lock, first without an `.await` in
/// the middle, then with one, and prints what is lost.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(patience: Duration) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    show::say_gap(patience);
    let title = "Without a lock, no .await between check and act";
    let without = show::run(title, patience, |bank| {
        runtime.block_on(r#async::transfer_all(bank, INTO_ONE))
    });
    let title = "Without a lock, with an .await between them";
    let with = show::run(title, DEADLINE, |bank| {
        runtime.block_on(wrong::transfer_all(bank, INTO_ONE))
    });
    say!(
        "\"Coroutines need no locks\": {} without .await ({} \
         lost), {} with ({} lost).",
        verdict(without.lost() == 0),
        without.lost(),
        verdict(with.lost() == 0),
        with.lost()
    );
    Ok(())
}
