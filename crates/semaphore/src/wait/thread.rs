//! A thread that waits for room, in a loop.

use crossbeam_channel::{self as channel, Sender};
use std::sync::{Arc, Condvar, PoisonError};
use std::thread;

use crate::wait::{Room, Seen};

/// Comes in as soon as there is room; tells before each wait.
fn enter(room: &Room<Condvar>, waits: &Sender<()>) {
    let mut at_work = room.lock();
    while at_work.is_full() {
        waits.send(()).ok();
        let left = &room.left;
        let woken = left.wait(at_work); // the lock is free now
        at_work = woken.unwrap_or_else(PoisonError::into_inner);
    }
    at_work.enter();
}

/// Lets a unit wait for room, and another come by when there is
/// some; tells how many were at work.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn somebody_comes_by() -> Seen {
    let room = Arc::new(Room::<Condvar>::default());
    room.lock().enter();
    let (sender, waits) = channel::bounded(1);
    let shared = room.clone();
    let unit = move || enter(&shared, &sender);
    let unit = thread::spawn(unit);
    let mut count = 0;
    while waits.recv().is_ok() {
        count += 1;
        let mut at_work = room.lock();
        at_work.leave();
        room.left.notify_one();
        if count == 1 {
            at_work.enter();
        }
    }
    unit.join().expect("no panic");
    room.lock().seen(count)
}
