//! Who is first, of tasks.

use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc};
use tokio::task;

use super::{First, Order};

/// Returns when so many units wait for a permit.
pub(crate) async fn until_waiting(_: &Semaphore, count: usize) {
    for _ in 0..count {
        task::yield_now().await; // the runtime runs them
    }
}

/// Gives the only permit back while a unit waits for it, and asks
/// for it again at once.
///
/// # Panics
///
/// Outside a runtime.
pub async fn come_by() -> First {
    let semaphore = Arc::new(Semaphore::new(1));
    let permit = semaphore.acquire().await.expect("open");
    let shared = semaphore.clone();
    let unit = async move { shared.acquire().await.map(drop) };
    let unit = task::spawn(unit);
    until_waiting(&semaphore, 1).await;
    drop(permit);
    let again = semaphore.try_acquire();
    let came_by = again.is_ok();
    drop(again);
    unit.await.expect("no panic").expect("open");
    if came_by { First::CameBy } else { First::Waited }
}

/// Lets units wait, one after the other, and tells in which order
/// they get the permit.
///
/// # Panics
///
/// Outside a runtime.
pub async fn queue(count: usize) -> Order {
    let semaphore = Arc::new(Semaphore::new(0));
    let (sender, mut first) = mpsc::channel(count);
    for place in 1..=count {
        let (shared, sender) = (semaphore.clone(), sender.clone());
        let unit = async move {
            let _permit = shared.acquire().await.expect("open");
            sender.send(place).await.ok();
        };
        task::spawn(unit);
        until_waiting(&semaphore, place).await;
    }
    drop(sender);
    semaphore.add_permits(1);
    let mut order = Vec::new();
    while let Some(place) = first.recv().await {
        order.push(place);
    }
    Order(order)
}
