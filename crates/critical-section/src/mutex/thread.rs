//! Check, then act: two transfers on threads, under one lock.

use std::sync::{Arc, Mutex};
use std::thread;

use crate::{Bank, End, NO_PANIC, Order, Orders, Outcome};

/// Locks, checks, pauses, acts, unlocks.
fn transfer(bank: &Mutex<Bank>, order: Order) -> End {
    let bank = bank.lock().expect(NO_PANIC); // waits for it
    let seen = bank.check(order)?;
    bank.gap.blocking_pause(); // the other one waits, too
    bank.act(order, seen);
    Ok(())
}

/// Carries out `orders`, both at the same time.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn transfer_all(bank: Bank, orders: Orders) -> Outcome {
    let bank = Arc::new(Mutex::new(bank));
    let start = |order| {
        let bank = bank.clone();
        thread::spawn(move || transfer(&bank, order))
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.join().expect(NO_PANIC));
    }
    bank.lock().expect(NO_PANIC).outcome(ends)
}
