//! One task owns the bank; the others send it their orders.

use tokio::sync::mpsc::{self, Receiver};
use tokio::task;

use crate::{Bank, End, NO_PANIC, Order, Orders, Outcome};

/// Checks, pauses, acts.
async fn transfer(bank: &Bank, order: Order) -> End {
    let seen = bank.check(order)?;
    bank.gap.pause().await;
    bank.act(order, seen);
    Ok(())
}

/// Carries out one order after the other, until no more can come.
async fn own(bank: Bank, mut inbox: Receiver<Order>) -> Outcome {
    let mut ends = Vec::new();
    while let Some(order) = inbox.recv().await {
        ends.push(transfer(&bank, order).await); // others wait
    }
    bank.outcome(ends)
}

/// Carries out `orders`, sent at the same time.
///
/// # Panics
///
/// Outside a runtime.
pub async fn transfer_all(bank: Bank, orders: Orders) -> Outcome {
    let (sender, inbox) = mpsc::channel(orders.len());
    let owner = task::spawn(own(bank, inbox));
    let start = |order| {
        let sender = sender.clone();
        task::spawn(async move { sender.send(order).await })
    };
    let units = orders.map(start);
    drop(sender);
    for unit in units {
        unit.await.expect(NO_PANIC).expect("the owner is there");
    }
    owner.await.expect(NO_PANIC)
}
