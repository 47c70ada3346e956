//! Step `compiler`: what the compiler refuses, and what not.
//!
//! A *data race* is memory that one thread writes while another
//! one uses it, with nothing to order the two. It does not
//! compile: what must not be shared among threads is not `Sync`,
//! what must not leave its thread is not `Send`, and to start a
//! thread (or a task that could change threads) asks for both.
//!
//! An `Rc` counts its owners without any protection:
//!
//! ```compile_fail
//! # use std::{rc::Rc, thread};
//! let total = Rc::new(300);
//! let shared = total.clone();
//! thread::spawn(move || println!("{shared}"));
//! ```
//!
//! An `Arc` counts them with atomics:
//!
//! ```
//! # use std::{sync::Arc, thread};
//! let total = Arc::new(300);
//! let shared = total.clone();
//! thread::spawn(move || println!("{shared}"));
//! ```
//!
//! A `Cell` is written through a shared reference, unprotected:
//!
//! ```compile_fail
//! # use std::{cell::Cell, thread};
//! let total = Cell::new(300);
//! thread::scope(|scope| {
//!     scope.spawn(|| total.set(270));
//!     scope.spawn(|| total.set(270));
//! });
//! ```
//!
//! A `Mutex` is protected (and so is an atomic):
//!
//! ```
//! # use std::{sync::Mutex, thread};
//! let mut total = Mutex::new(300);
//! thread::scope(|scope| {
//!     scope.spawn(|| *total.lock().expect("no panic") = 270);
//!     scope.spawn(|| *total.lock().expect("no panic") = 270);
//! });
//! ```
//!
//! A *race condition* is a result that depends on who comes first.
//! It compiles, and so does a deadlock: the compiler does not know
//! which steps belong together.

use std::{
    cell::Cell, io, marker::PhantomData, rc::Rc, sync,
    sync::atomic::AtomicI64, time::Duration,
};

use lesson::say;

use crate::{
    Bank, DEADLINE, FACING, INTO_ONE, Outcome, accounts::Accounts,
    deadlock, deadlock::Sorting, journal::Journal, runtime,
    show::THREADS,
};

/// Asks the compiler whether a `T` may go to another thread: its
/// own constant is there for those that may, and hides that of
/// the trait, which is there for all.
struct Ask<T>(PhantomData<T>);

trait Fallback {
    const IS_SEND: bool = false;
}

impl<T> Fallback for Ask<T> {}

impl<T: Send> Ask<T> {
    const IS_SEND: bool = true;
}

/// Types, and whether they may go to another thread.
pub const TYPES: [(&str, bool); 6] = [
    ("Rc<Accounts>", Ask::<Rc<Accounts>>::IS_SEND),
    ("Arc<Accounts>", Ask::<sync::Arc<Accounts>>::IS_SEND),
    ("&Cell<i64>", Ask::<&Cell<i64>>::IS_SEND),
    ("&AtomicI64", Ask::<&AtomicI64>::IS_SEND),
    ("guard of std's Mutex", Ask::<StdGuard>::IS_SEND),
    ("guard of tokio's Mutex", Ask::<TokioGuard>::IS_SEND),
];

type StdGuard = sync::MutexGuard<'static, i64>;
type TokioGuard = tokio::sync::MutexGuard<'static, i64>;

/// Prints what the compiler says of types, and what threads do
/// that it let pass.
pub fn show_threads(patience: Duration) {
    say!("{THREADS}");
    let race = crate::thread::transfer_all(bank(), INTO_ONE);
    let by = Sorting::Unsorted;
    let stuck = deadlock::thread::transfer_all(
        bank(),
        FACING,
        by,
        patience,
    );
    show(&race, &stuck);
}

/// Prints what the compiler says of types, and what tasks do that
/// it let pass.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(patience: Duration) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    let race = crate::wrong::transfer_all(bank(), INTO_ONE);
    let race = runtime.block_on(race);
    let by = Sorting::Unsorted;
    let stuck = deadlock::r#async::transfer_all(
        bank(),
        FACING,
        by,
        patience,
    );
    show(&race, &runtime.block_on(stuck));
    Ok(())
}

fn bank() -> Bank {
    Bank::new(DEADLINE, Journal::silent())
}

fn show(race: &Outcome, stuck: &Outcome) {
    say!("May it go to another thread? The compiler says:");
    for (name, is_send) in TYPES {
        let answer = if is_send { "yes" } else { "no" };
        say!("  {name:24}{answer}");
    }
    say!("It said nothing about these:");
    say!("  check, then act         {} lost", race.lost());
    say!("  two locks, unsorted     {} stuck", stuck.given_up());
    let refused = TYPES.iter().filter(|(_, is_send)| !is_send);
    say!(
        "Refused: {} of {} types. Compiled: a race that lost {}, a \
         deadlock of {}.",
        refused.count(),
        TYPES.len(),
        race.lost(),
        stuck.given_up()
    );
}
