//! With threads alone: scoped ones, and a lock that they borrow.

use std::{sync::Mutex, thread};

use crate::{Bank, End, NO_PANIC, Order, Orders, Outcome};

/// Locks, checks, pauses, acts, unlocks.
fn transfer(bank: &Mutex<Bank>, order: Order) -> End {
    let bank = bank.lock().expect(NO_PANIC);
    let seen = bank.check(order)?;
    bank.gap.blocking_pause();
    bank.act(order, seen);
    Ok(())
}

/// Carries out `orders`, both at the same time.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn transfer_all(bank: Bank, orders: Orders) -> Outcome {
    let bank = Mutex::new(bank);
    let ends = thread::scope(|scope| {
        let bank = &bank;
        let start =
            |order| scope.spawn(move || transfer(bank, order));
        let units = orders.map(start);
        units.map(|unit| unit.join().expect(NO_PANIC))
    });
    // All threads have ended: the bank is ours again, unlocked.
    bank.into_inner().expect(NO_PANIC).outcome(ends.to_vec())
}
