//! The same with the lock held across the `.await`: a deadlock.

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
        desk.gap.pause().await; // the other one waits for the lock
    } // the lock ends here, and so too late
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
        task::spawn_local(transfer(desk, order))
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.await.expect(NO_PANIC));
    }
    desk.outcome(ends)
}
