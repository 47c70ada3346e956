//! One thread owns the bank; the others send it their orders.

use std::sync::mpsc::{self, Receiver};
use std::thread;

use crate::{Bank, End, NO_PANIC, Order, Orders, Outcome};

/// Checks, pauses, acts.
fn transfer(bank: &Bank, order: Order) -> End {
    let seen = bank.check(order)?;
    bank.gap.blocking_pause();
    bank.act(order, seen);
    Ok(())
}

/// Carries out one order after the other, until no more can come.
fn own(bank: Bank, inbox: Receiver<Order>) -> Outcome {
    let mut ends = Vec::new();
    while let Ok(order) = inbox.recv() {
        ends.push(transfer(&bank, order)); // orders wait meanwhile
    }
    bank.outcome(ends)
}

/// Carries out `orders`, sent at the same time.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn transfer_all(bank: Bank, orders: Orders) -> Outcome {
    let (sender, inbox) = mpsc::sync_channel(orders.len());
    let owner = thread::spawn(move || own(bank, inbox));
    let start = |order| {
        let sender = sender.clone();
        thread::spawn(move || sender.send(order))
    };
    let units = orders.map(start);
    drop(sender);
    for unit in units {
        unit.join().expect(NO_PANIC).expect("the owner is there");
    }
    owner.join().expect(NO_PANIC)
}
