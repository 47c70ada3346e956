//! A panic while the lock is held: threads.

use std::panic::resume_unwind;
use std::sync::{Arc, Mutex};
use std::thread;

use super::{Recovery, recover};
use crate::{Bank, NO_PANIC, Order};

/// Locks, checks, takes, and panics before it could give.
fn fail(bank: Arc<Mutex<Bank>>, order: Order) {
    let bank = bank.lock().expect(NO_PANIC);
    let seen = bank.check(order).expect("there is enough");
    bank.take(order, seen);
    resume_unwind(Box::new("a panic that prints nothing"));
}

/// Begins `order`, fails, and puts the accounts right again.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn fail_and_repair(bank: Bank, order: Order) -> Recovery {
    let bank = Arc::new(Mutex::new(bank));
    let shared = bank.clone();
    let unit = thread::spawn(move || fail(shared, order));
    let panicked = unit.join().is_err(); // this thread waits
    let warned = bank.try_lock().is_err();
    let found = recover(&bank);
    let lost = found.lost();
    found.undo(order);
    let lost_then = found.lost();
    drop(found);
    let usable = bank.try_lock().is_ok();
    Recovery { panicked, warned, lost, lost_then, usable }
}
