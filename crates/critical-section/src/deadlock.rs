//! Step `deadlock`: a lock for each account, so that transfers
//! between other accounts need not wait.
//!
//! A transfer needs two of them. Ann pays Ben while Ben pays Ann:
//! if each takes first the lock of who pays, each holds what the
//! other one waits for, and both wait for ever. If all take locks
//! in the same order (here: that of the alphabet), nobody can hold
//! the second one and wait for the first.
//!
//! Here the wait for the second lock has a time limit, so that the
//! deadlock can be told. Both keep their first lock until both
//! have given up; else one would be saved by the other's end.

use std::{io, time::Duration};

use lesson::say;

use crate::{
    DEADLINE, FACING, Name, Order, Outcome,
    patience::try_lock_for,
    runtime,
    show::{self, THREADS},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// In which order a transfer takes its two locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// Who pays, then who is paid: a deadlock waits to happen.
    Unsorted,
    /// By name: the same order for everybody.
    ByName,
}

impl Sorting {
    fn sort(self, order: Order) -> [Name; 2] {
        let mut names = [order.from, order.to];
        if self == Self::ByName {
            names.sort();
        }
        names
    }
}

/// Makes two threads deadlock, then sorts their locks.
pub fn show_threads(patience: Duration) {
    say!("{THREADS}");
    show(patience, |bank, by| {
        thread::transfer_all(bank, FACING, by, patience)
    });
}

/// Makes two tasks deadlock, then sorts their locks.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(patience: Duration) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    show(patience, |bank, by| {
        let all = r#async::transfer_all(bank, FACING, by, patience);
        runtime.block_on(all)
    });
    Ok(())
}

fn show(
    patience: Duration,
    run: impl Fn(crate::Bank, Sorting) -> Outcome,
) {
    show::say_limit(patience);
    let title = "Each locks who pays, then who is paid";
    let facing = show::run(title, DEADLINE, |bank| {
        run(bank, Sorting::Unsorted)
    });
    let title = "Each locks in the order of the alphabet";
    let sorted = show::run(title, patience, |bank| {
        run(bank, Sorting::ByName)
    });
    say!(
        "{} of 2 transfers deadlocked without sorted locks, {} \
         with.",
        facing.given_up(),
        sorted.given_up()
    );
}
