//! Act under a lock, then wait without it: two tasks.

use std::sync::Arc;
use tokio::task;

use super::Desk;
use crate::{End, NO_PANIC, Order, Orders, Outcome};

/// Locks, checks, acts, unlocks, pauses.
async fn transfer(desk: Arc<Desk>, order: Order) -> End {
    {
        let bank = desk.lock(order)?;
        let seen = bank.check(order)?;
        bank.act(order, seen);
    }
    desk.gap.pause().await; // the other task runs meanwhile
    Ok(())
}

/// Carries out `orders`, both at the same time.
///
/// # Panics
///
/// Outside a runtime.
pub async fn transfer_all(desk: Desk, orders: Orders) -> Outcome {
    let desk = Arc::new(desk);
    let start = |order| {
        let desk = desk.clone();
        task::spawn(transfer(desk, order))
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.await.expect(NO_PANIC));
    }
    desk.outcome(ends)
}
