//! Act under a lock, then wait without it: two threads.

use std::sync::Arc;
use std::thread;

use super::Desk;
use crate::{End, NO_PANIC, Order, Orders, Outcome};

/// Locks, checks, acts, unlocks, pauses.
fn transfer(desk: Arc<Desk>, order: Order) -> End {
    {
        let bank = desk.lock(order)?;
        let seen = bank.check(order)?;
        bank.act(order, seen);
    }
    desk.gap.blocking_pause(); // waits; the other thread runs
    Ok(())
}

/// Carries out `orders`, both at the same time.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn transfer_all(desk: Desk, orders: Orders) -> Outcome {
    let desk = Arc::new(desk);
    let start = |order| {
        let desk = desk.clone();
        thread::spawn(move || transfer(desk, order))
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.join().expect(NO_PANIC));
    }
    desk.outcome(ends)
}
