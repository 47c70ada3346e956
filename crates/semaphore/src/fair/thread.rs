//! Who is first, of threads.

use crossbeam_channel as channel;
use permits::Semaphore;
use std::{sync::Arc, thread};

use super::{First, Order};

/// Returns when so many units wait for a permit.
pub(crate) fn until_waiting(semaphore: &Semaphore, count: usize) {
    while semaphore.waiting() < count {
        thread::yield_now(); // the system runs them
    }
}

/// Gives the only permit back while a unit waits for it, and asks
/// for it again at once.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn come_by() -> First {
    let semaphore = Arc::new(Semaphore::new(1));
    let permit = semaphore.acquire().expect("open");
    let shared = semaphore.clone();
    let unit = move || shared.acquire().map(drop);
    let unit = thread::spawn(unit);
    until_waiting(&semaphore, 1);
    drop(permit);
    let again = semaphore.try_acquire();
    let came_by = again.is_ok();
    drop(again);
    unit.join().expect("no panic").expect("open");
    if came_by { First::CameBy } else { First::Waited }
}

/// Lets units wait, one after the other, and tells in which order
/// they get the permit.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn queue(count: usize) -> Order {
    let semaphore = Arc::new(Semaphore::new(0));
    let (sender, first) = channel::bounded(count);
    for place in 1..=count {
        let (shared, sender) = (semaphore.clone(), sender.clone());
        let unit = move || {
            let _permit = shared.acquire().expect("open");
            sender.send(place).ok();
        };
        thread::spawn(unit);
        until_waiting(&semaphore, place);
    }
    drop(sender);
    semaphore.add_permits(1);
    let mut order = Vec::new();
    while let Ok(place) = first.recv() {
        order.push(place);
    }
    Order(order)
}
