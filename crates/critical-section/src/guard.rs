//! Step `guard`: what a lock is held across.
//!
//! Two kinds of `Mutex` lie ready for tasks. That of `std` blocks
//! the thread of a task that waits for it. That of tokio lets the
//! other tasks of the thread run meanwhile.
//!
//! If nothing is awaited while the lock is held, the lock of `std`
//! is the right one, and the cheaper one ([`async`]): nobody holds
//! it for long. If something is awaited meanwhile, it is the wrong
//! one ([`wrong`]): the task that holds it waits for its turn on
//! the only thread, and the thread waits for the lock. Then either
//! let go of the lock before the `.await`, or take tokio's
//! ([`crate::mutex`]). A thread that holds a lock while it waits
//! keeps the others waiting, but it will go on by itself.
//!
//! [`wrong`] could not be spawned with `task::spawn`, since a guard
//! of `std` must not leave its thread, and a task might:
//!
//! ```compile_fail
//! # use std::sync::Mutex;
//! # use tokio::task;
//! # async fn run(total: &'static Mutex<i64>) {
//! task::spawn(async {
//!     {
//!         let mut guard = total.lock().expect("no panic");
//!         *guard += 30;
//!         task::yield_now().await;
//!     }
//! });
//! # }
//! ```
//!
//! The same with the two last lines the other way round. (To end
//! the guard with `drop` would be as right, but rustc 1.95 does not
//! see that: it wants a block.)
//!
//! ```
//! # use std::sync::Mutex;
//! # use tokio::task;
//! # async fn run(total: &'static Mutex<i64>) {
//! task::spawn(async {
//!     {
//!         let mut guard = total.lock().expect("no panic");
//!         *guard += 30;
//!     }
//!     task::yield_now().await;
//! });
//! # }
//! ```
//!
//! `task::spawn_local` takes tasks that stay on their thread, and
//! so it takes this one. The compiler helps no further.
//!
//! Source: documentation of `tokio::sync::Mutex`, "Which kind of
//! mutex should you use?".

use std::{
    io,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use lesson::say;
use tokio::task::LocalSet;

use crate::{
    Bank, DEADLINE, End, INTO_ONE, NO_PANIC, Order, Orders,
    Outcome, Refused,
    gap::Gap,
    journal::Journal,
    mutex,
    patience::try_lock_for,
    runtime,
    show::{self, THREADS},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
#[expect(clippy::await_holding_lock, reason = "it is wrong")]
pub mod wrong;

/// A bank behind a lock of `std`, for which nobody waits for ever.
#[derive(Debug)]
pub struct Desk {
    /// Where transfers meet; that needs no lock.
    pub gap: Arc<Gap>,
    bank: Mutex<Bank>,
    journal: Arc<Journal>,
    patience: Duration,
}

impl Desk {
    /// Puts `bank` behind a lock, for which nobody waits longer
    /// than `patience`.
    pub fn new(bank: Bank, patience: Duration) -> Self {
        let gap = bank.gap.clone();
        let journal = bank.journal.clone();
        Self { gap, bank: Mutex::new(bank), journal, patience }
    }

    /// Blocks this thread until `order` has the lock.
    ///
    /// # Errors
    ///
    /// If that takes too long: a deadlock.
    pub fn lock(
        &self,
        order: Order,
    ) -> Result<MutexGuard<'_, Bank>, Refused> {
        try_lock_for(&self.bank, self.patience)
            .ok_or_else(|| self.journal.give_up(order))
    }

    /// Returns what came of it all.
    ///
    /// # Panics
    ///
    /// If a transfer did, under the lock.
    pub fn outcome(&self, ends: Vec<End>) -> Outcome {
        self.bank.lock().expect(NO_PANIC).outcome(ends)
    }
}

/// Carries out one order, and asks for the lock again before it
/// lets go of it, on the same thread.
///
/// # Panics
///
/// If somebody else has the lock, or there is not enough.
pub fn lock_twice(desk: &Desk, [one, two]: Orders) -> Outcome {
    let bank = desk.lock(one).expect("nobody else asks");
    let seen = bank.check(one).expect("there is enough");
    bank.act(one, seen);
    let again = desk.lock(two).map(drop);
    bank.outcome(vec![Ok(()), again])
}

/// Lets threads wait with and without the lock, and one thread ask
/// for what it has.
pub fn show_threads(patience: Duration) {
    say!("{THREADS}");
    show::say_limit(patience);
    let title = "Waits after it has let go of the lock";
    let after = show::run(title, DEADLINE, |bank| {
        thread::transfer_all(Desk::new(bank, DEADLINE), INTO_ONE)
    });
    let title = "Waits while it holds the lock";
    let within = show::run(title, patience, |bank| {
        mutex::thread::transfer_all(bank, INTO_ONE)
    });
    let title = "One thread asks for the lock that it holds";
    let twice = show::run(title, patience, |bank| {
        lock_twice(&Desk::new(bank, patience), INTO_ONE)
    });
    say!(
        "Given up: {} with the lock let go, {} with it held, {} \
         waiting for itself.",
        after.given_up(),
        within.given_up(),
        twice.given_up()
    );
}

/// Lets tasks wait with and without the lock, of either kind.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(patience: Duration) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    show::say_limit(patience);
    let title = "std's Mutex, .await after it is let go";
    let after = show::run(title, DEADLINE, |bank| {
        let desk = Desk::new(bank, DEADLINE);
        runtime.block_on(r#async::transfer_all(desk, INTO_ONE))
    });
    let title = "std's Mutex, .await while it is held";
    let within = show::run(title, patience, |bank| {
        let desk = Desk::new(bank, patience);
        let all = wrong::transfer_all(desk, INTO_ONE);
        LocalSet::new().block_on(&runtime, all)
    });
    let title = "tokio's Mutex, .await while it is held";
    let tokio = show::run(title, patience, |bank| {
        runtime
            .block_on(mutex::r#async::transfer_all(bank, INTO_ONE))
    });
    say!(
        "Deadlocked: {} with std's lock let go, {} with it held, \
         {} with tokio's.",
        after.given_up(),
        within.given_up(),
        tokio.given_up()
    );
    Ok(())
}
