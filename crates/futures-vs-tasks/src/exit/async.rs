//! A task that is still at work when `main` returns.

use lesson::say;
use std::time::Duration;

use tokio::{sync::oneshot, task, time};

use super::Cleanup;
use crate::Parts;

/// Says how far it came.
async fn work(
    parts: Parts,
    begun: oneshot::Sender<()>,
    duration: Duration,
) {
    let _cleanup = Cleanup;
    say!("unit: begun");
    parts.run();
    drop(begun);
    time::sleep(duration).await; // other tasks run meanwhile
    parts.run();
    say!("unit: done");
}

/// Starts a unit, and returns once it has begun, with the count
/// of what it did.
pub async fn leave(duration: Duration) -> Parts {
    let (begun, wait) = oneshot::channel::<()>();
    let parts = Parts::new();
    let shared = parts.clone();
    let unit = work(shared, begun, duration);
    drop(task::spawn(unit));
    wait.await.ok(); // other tasks run meanwhile
    say!("main: returns");
    parts
}
