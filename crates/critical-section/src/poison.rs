//! Step `poison`: a panic in the middle of a transfer.
//!
//! The unit that panics lets go of its lock. What it leaves behind
//! is half done: the money was taken and not given. The lock of
//! `std` is *poisoned* then: each later `lock` returns an error,
//! which says so and still contains the guard. Whoever takes it
//! out repairs what is broken, and calls `clear_poison`.
//!
//! Tokio's lock is not poisoned: the next one gets it as if nothing
//! had happened. Then whoever locks must check the invariant.
//!
//! Source: documentation of `std::sync::Mutex` ("Poisoning") and
//! of `tokio::sync::Mutex`.

use std::{
    io,
    sync::{Mutex, MutexGuard},
};

use lesson::say;

use crate::{
    Bank, DEADLINE, INTO_ONE, journal::Journal, runtime,
    show::THREADS,
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// What was seen after a panic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Whether joining the unit returned an error.
    pub panicked: bool,
    /// Whether the lock refused the next one.
    pub warned: bool,
    /// How much was missing.
    pub lost: i64,
    /// How much was missing after the repair.
    pub lost_then: i64,
    /// Whether the lock could be taken after that.
    pub usable: bool,
}

/// Takes the lock, poisoned or not, and takes the poison away.
fn recover(bank: &Mutex<Bank>) -> MutexGuard<'_, Bank> {
    bank.lock().unwrap_or_else(|poisoned| {
        bank.clear_poison();
        poisoned.into_inner()
    })
}

/// Lets a thread panic under a lock, and prints what is found.
pub fn show_threads() {
    say!("{THREADS}");
    show(|bank| thread::fail_and_repair(bank, INTO_ONE[0]));
}

/// Lets a task panic under a lock, and prints what is found.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks() -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    show(|bank| {
        runtime
            .block_on(r#async::fail_and_repair(bank, INTO_ONE[0]))
    });
    Ok(())
}

fn show(run: impl FnOnce(Bank) -> Recovery) {
    say!("A transfer panics when it has taken, and not yet given:");
    let found = run(Bank::new(DEADLINE, Journal::printed()));
    let yes = |yes: bool| if yes { "yes" } else { "no" };
    say!(
        "  join returns an error:         {}",
        yes(found.panicked)
    );
    say!("  lock says what has happened:   {}", yes(found.warned));
    say!("  missing, as the lock finds it: {}", found.lost);
    say!("  missing after the repair:      {}", found.lost_then);
    say!("  lock can be taken again:       {}", yes(found.usable));
    let warning =
        if found.warned { "with a" } else { "without any" };
    say!(
        "The next one found {} missing, {warning} warning from the \
         lock.",
        found.lost
    );
}
