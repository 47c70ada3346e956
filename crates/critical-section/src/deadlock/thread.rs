//! Two transfers on threads, with a lock for each account.

use std::sync::{Arc, Mutex};
use std::{thread, time::Duration};

use super::{Sorting, try_lock_for};
use crate::{Bank, End, NO_PANIC, Name, Order, Orders, Outcome};

/// A bank whose accounts have a lock each.
struct Vault {
    bank: Bank,
    locks: [Mutex<()>; Name::ALL.len()],
    by: Sorting,
    patience: Duration,
}

/// Locks one account, pauses, locks the other, checks, acts.
fn transfer(vault: &Vault, order: Order) -> End {
    let Vault { bank, locks, by, patience } = vault;
    let [first, second] = by.sort(order);
    let lock = &locks[first as usize];
    let one = lock.lock().expect(NO_PANIC); // this thread waits
    bank.journal.note_lock(order, first);
    bank.gap.blocking_pause();
    let lock = &locks[second as usize];
    let two = try_lock_for(lock, *patience); // this thread waits
    let Some(two) = two else {
        let end = bank.journal.give_up(order);
        bank.gap.blocking_pause();
        return Err(end);
    };
    bank.journal.note_lock(order, second);
    let seen = bank.check(order)?;
    bank.act(order, seen);
    drop((one, two));
    Ok(())
}

/// Carries out `orders`, both at the same time; none waits longer
/// than `patience` for its second lock.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn transfer_all(
    bank: Bank,
    orders: Orders,
    by: Sorting,
    patience: Duration,
) -> Outcome {
    let locks = Name::ALL.map(|_| Mutex::new(()));
    let vault = Arc::new(Vault { bank, locks, by, patience });
    let start = |order| {
        let vault = vault.clone();
        thread::spawn(move || transfer(&vault, order))
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.join().expect(NO_PANIC));
    }
    vault.bank.outcome(ends)
}
