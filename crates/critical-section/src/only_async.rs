//! With tasks alone, all on one thread: no lock, and types that
//! keep it so.

use std::rc::Rc;
use tokio::task::LocalSet;

use crate::{Bank, End, NO_PANIC, Order, Orders, Outcome};

/// Checks, pauses, acts. It is no `async fn`: an `.await` in here
/// does not compile.
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
/// Outside a runtime.
pub async fn transfer_all(bank: Bank, orders: Orders) -> Outcome {
    // An `Rc` may not leave its thread, nor may a task with one.
    let bank = Rc::new(bank);
    let tasks = LocalSet::new();
    let units = orders.map(|order| {
        let bank = bank.clone();
        tasks.spawn_local(async move { transfer(&bank, order) })
    });
    tasks.await; // they run here, and nowhere else
    let mut ends = Vec::new();
    for unit in units {
        ends.push(unit.await.expect(NO_PANIC));
    }
    bank.outcome(ends)
}
