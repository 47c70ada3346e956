//! Tasks at a semaphore that is closed.

use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::task;

use super::{End, Ends, refused};
use crate::fair::r#async::until_waiting;

/// Works with a permit, until it may end.
async fn work(
    permit: OwnedSemaphorePermit,
    may_end: oneshot::Receiver<()>,
) -> End {
    may_end.await.ok(); // other tasks run meanwhile
    drop(permit);
    Ok("done")
}

/// Waits for a permit to work with.
async fn wait(semaphore: &Semaphore) -> End {
    let permit = semaphore.acquire().await; // other tasks run
    permit.map_err(refused).map(|_permit| "done")
}

/// Closes a semaphore while one unit works with its only permit
/// and `count` others wait; only then lets the one finish.
///
/// # Panics
///
/// Outside a runtime.
pub async fn while_at_work(count: usize) -> Ends {
    let semaphore = Arc::new(Semaphore::new(1));
    let permit = semaphore.clone().acquire_owned().await;
    let permit = permit.expect("open");
    let (let_end, may_end) = oneshot::channel();
    let held = task::spawn(work(permit, may_end));
    let start = |_| {
        let semaphore = semaphore.clone();
        task::spawn(async move { wait(&semaphore).await })
    };
    let units: Vec<_> = (0..count).map(start).collect();
    until_waiting(&semaphore, count).await;
    semaphore.close();
    let mut waited = Vec::new();
    for unit in units {
        waited.push(unit.await.expect("no panic"));
    }
    let late = wait(&semaphore).await;
    drop(let_end);
    let held = held.await.expect("no panic");
    Ends { held, waited, late }
}
