//! Step `mutex`: a lock around check and act.
//!
//! Two transfers pay from one account, and there is enough for one
//! of them. Without a lock both pass the check. Under a lock the
//! second one checks when the first has acted, and is refused.
//!
//! The two kinds of `Mutex` differ in who waits: the thread of
//! whoever asks, or only the task. Either way a wait in the middle
//! keeps all others waiting, for as long as it takes.

use std::{io, time::Duration};

use lesson::say;

use crate::{
    DEADLINE, FROM_ONE, Outcome, runtime,
    show::{self, THREADS},
    wrong,
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Runs two threads without a lock, then with one, and prints
/// which transfers are refused.
pub fn show_threads(patience: Duration) {
    say!("{THREADS}");
    show::say_gap(patience);
    let without = show::run("Without a lock", DEADLINE, |bank| {
        crate::thread::transfer_all(bank, FROM_ONE)
    });
    let with = show::run("Under a Mutex", patience, |bank| {
        thread::transfer_all(bank, FROM_ONE)
    });
    conclude(&without, &with);
}

/// Runs two tasks without a lock, then with one, and prints which
/// transfers are refused.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(patience: Duration) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    show::say_gap(patience);
    let title = "Without a lock, with an .await in the middle";
    let without = show::run(title, DEADLINE, |bank| {
        runtime.block_on(wrong::transfer_all(bank, FROM_ONE))
    });
    let title = "Under tokio's Mutex, with the same .await";
    let with = show::run(title, patience, |bank| {
        runtime.block_on(r#async::transfer_all(bank, FROM_ONE))
    });
    conclude(&without, &with);
    Ok(())
}

fn conclude(without: &Outcome, with: &Outcome) {
    say!(
        "Ann had enough for one: {} paid without a lock, {} under \
         one.",
        without.done(),
        with.done()
    );
}
