//! The same with an `.await` in the middle: wrong again.

use std::sync::Arc;
use tokio::task;

use crate::{Bank, End, NO_PANIC, Order, Orders, Outcome};

/// Checks, pauses, acts.
async fn transfer(bank: &Bank, order: Order) -> End {
    let seen = bank.check(order)?;
    bank.gap.pause().await; // the other task runs meanwhile
    bank.act(order, seen);
    Ok(())
}

/// Carries out `orders`, both at the same time.
///
/// # Panics
///
/// Outside a runtime.
pub async fn transfer_all(bank: Bank, orders: Orders) -> Outcome {
    let bank = Arc::new(bank);
    let start = |order| {
        let bank = bank.clone();
        task::spawn(async move {
            transfer(&bank, order).await // others run at .awaits
        })
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.await.expect(NO_PANIC));
    }
    bank.outcome(ends)
}
