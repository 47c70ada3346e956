//! Two transfers on tasks, with a lock for each account.

use std::{sync::Arc, time::Duration};
use tokio::{sync::Mutex, task, time};

use super::Sorting;
use crate::{Bank, End, NO_PANIC, Name, Order, Orders, Outcome};

/// A bank whose accounts have a lock each.
struct Vault {
    bank: Bank,
    locks: [Mutex<()>; Name::ALL.len()],
    by: Sorting,
    patience: Duration,
}

/// Locks one account, pauses, locks the other, checks, acts.
async fn transfer(vault: &Vault, order: Order) -> End {
    let Vault { bank, locks, by, patience } = vault;
    let [first, second] = by.sort(order);
    let lock = &locks[first as usize];
    let one = lock.lock().await; // other tasks run meanwhile
    bank.journal.note_lock(order, first);
    bank.gap.pause().await;
    let lock = &locks[second as usize];
    let two = time::timeout(*patience, lock.lock()).await;
    let Ok(two) = two else {
        let end = bank.journal.give_up(order);
        bank.gap.pause().await;
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
/// Outside a runtime.
pub async fn transfer_all(
    bank: Bank,
    orders: Orders,
    by: Sorting,
    patience: Duration,
) -> Outcome {
    let locks = Name::ALL.map(|_| Mutex::new(()));
    let vault = Arc::new(Vault { bank, locks, by, patience });
    let start = |order| {
        let vault = vault.clone();
        task::spawn(async move { transfer(&vault, order).await })
    };
    let units = orders.map(start);
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.await.expect(NO_PANIC));
    }
    vault.bank.outcome(ends)
}
