//! A panic while the lock is held: tasks.

use std::panic::resume_unwind;
use std::sync::Arc;
use tokio::{sync::Mutex, task};

use super::Recovery;
use crate::{Bank, Order};

/// Locks, checks, takes, and panics before it could give.
async fn fail(bank: Arc<Mutex<Bank>>, order: Order) {
    let bank = bank.lock().await;
    let seen = bank.check(order).expect("there is enough");
    bank.take(order, seen);
    resume_unwind(Box::new("a panic that prints nothing"));
}

/// Begins `order`, fails, and puts the accounts right again.
///
/// # Panics
///
/// Outside a runtime.
pub async fn fail_and_repair(bank: Bank, order: Order) -> Recovery {
    let bank = Arc::new(Mutex::new(bank));
    let shared = bank.clone();
    let unit = task::spawn(fail(shared, order));
    let panicked = unit.await.is_err(); // the other task runs
    let warned = bank.try_lock().is_err();
    let found = bank.lock().await;
    let lost = found.lost();
    found.undo(order);
    let lost_then = found.lost();
    drop(found);
    let usable = bank.try_lock().is_ok();
    Recovery { panicked, warned, lost, lost_then, usable }
}
