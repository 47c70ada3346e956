//! Check, then act: two transfers on threads, without a lock.

use std::sync::Arc;
use std::thread;

use crate::{Bank, End, NO_PANIC, Order, Orders, Outcome};

/// Checks, pauses, acts.
fn transfer(bank: &Bank, order: Order) -> End {
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
    let bank = Arc::new(bank);
    let start = |order| {
        let bank = bank.clone();
        thread::spawn(move || {
            transfer(&bank, order) // others run at any time
        })
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.join().expect(NO_PANIC));
    }
    bank.outcome(ends)
}
