//! A task that waits for an item, in a loop.

use std::sync::Arc;
use tokio::sync::mpsc::{self, Sender};
use tokio::{sync::Notify, task};

use super::{Item, Slot, Taken};

/// Waits for an item, and takes it; tells before each wait.
async fn take(slot: &Slot<Notify>, waits: &Sender<()>) -> Item {
    let mut item = slot.lock().take();
    while item.is_none() {
        waits.send(()).await.ok();
        slot.came.notified().await; // other tasks run meanwhile
        item = slot.lock().take();
    }
    item
}

/// Lets a unit wait and wakes it for an item, which somebody else
/// takes first; if it waits again, for one that nobody takes.
///
/// # Panics
///
/// Outside a runtime.
pub async fn woken_twice() -> Taken {
    let slot = Arc::new(Slot::<Notify>::default());
    let (sender, mut waits) = mpsc::channel(1);
    let shared = slot.clone();
    let unit = async move { take(&shared, &sender).await };
    let unit = task::spawn(unit);
    let mut count = 0;
    while waits.recv().await.is_some() {
        count += 1;
        let mut item = slot.lock();
        *item = Some(count);
        slot.came.notify_one();
        if count == 1 {
            item.take();
        }
    }
    let item = unit.await.expect("no panic");
    Taken { waits: count, item }
}
