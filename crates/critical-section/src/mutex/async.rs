//! Check, then act: two transfers on tasks, under one lock.

use std::sync::Arc;
use tokio::{sync::Mutex, task};

use crate::{Bank, End, NO_PANIC, Order, Orders, Outcome};

/// Locks, checks, pauses, acts, unlocks.
async fn transfer(bank: &Mutex<Bank>, order: Order) -> End {
    let bank = bank.lock().await; // other tasks run meanwhile
    let seen = bank.check(order)?;
    bank.gap.pause().await; // only those run that need no lock
    bank.act(order, seen);
    Ok(())
}

/// Carries out `orders`, both at the same time.
///
/// # Panics
///
/// Outside a runtime.
pub async fn transfer_all(bank: Bank, orders: Orders) -> Outcome {
    let bank = Arc::new(Mutex::new(bank));
    let start = |order| {
        let bank = bank.clone();
        task::spawn(async move { transfer(&bank, order).await })
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.await.expect(NO_PANIC));
    }
    bank.lock().await.outcome(ends)
}
