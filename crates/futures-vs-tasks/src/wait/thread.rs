//! A thread that waits for an item, in a loop.

use crossbeam_channel::{self as channel, Sender};
use std::sync::{Arc, Condvar, PoisonError};
use std::thread;

use super::{Item, Slot, Taken};

/// Waits for an item, and takes it; tells before each wait.
fn take(slot: &Slot<Condvar>, waits: &Sender<()>) -> Item {
    let mut item = slot.lock();
    while item.is_none() {
        waits.send(()).ok();
        let woken = slot.came.wait(item); // the lock is free now
        item = woken.unwrap_or_else(PoisonError::into_inner);
    }
    item.take()
}

/// Lets a unit wait and wakes it for an item, which somebody else
/// takes first; if it waits again, for one that nobody takes.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn woken_twice() -> Taken {
    let slot = Arc::new(Slot::<Condvar>::default());
    let (sender, waits) = channel::bounded(1);
    let shared = slot.clone();
    let unit = move || take(&shared, &sender);
    let unit = thread::spawn(unit);
    let mut count = 0;
    while waits.recv().is_ok() {
        count += 1;
        let mut item = slot.lock();
        *item = Some(count);
        slot.came.notify_one();
        if count == 1 {
            item.take();
        }
    }
    let item = unit.join().expect("no panic");
    Taken { waits: count, item }
}
