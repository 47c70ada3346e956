//! A task that waits for room, in a loop.

use std::sync::Arc;
use tokio::sync::mpsc::{self, Sender};
use tokio::{sync::Notify, task};

use crate::wait::{Room, Seen};

/// Comes in as soon as there is room; tells before each wait.
async fn enter(room: &Room<Notify>, waits: &Sender<()>) {
    let is_full = || room.lock().is_full();
    while is_full() {
        waits.send(()).await.ok();
        let left = &room.left;
        let woken = left.notified();
        woken.await; // other tasks run meanwhile
    }
    room.lock().enter(); // no other task has run since we looked
}

/// Lets a unit wait for room, and another come by when there is
/// some; tells how many were at work.
///
/// # Panics
///
/// Outside a runtime.
pub async fn somebody_comes_by() -> Seen {
    let room = Arc::new(Room::<Notify>::default());
    room.lock().enter();
    let (sender, mut waits) = mpsc::channel(1);
    let shared = room.clone();
    let unit = async move { enter(&shared, &sender).await };
    let unit = task::spawn(unit);
    let mut count = 0;
    while waits.recv().await.is_some() {
        count += 1;
        let mut at_work = room.lock();
        at_work.leave();
        room.left.notify_one();
        if count == 1 {
            at_work.enter();
        }
    }
    unit.await.expect("no panic");
    room.lock().seen(count)
}
