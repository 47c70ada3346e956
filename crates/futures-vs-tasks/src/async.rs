//! What makes the work of a task run, and when.

use futures_util::FutureExt;
use std::time::Duration;
use tokio::{sync::oneshot, task};

use crate::{Begun, Parts, Table, busy_until};

/// Runs in two parts, and waits for `gate` between them.
async fn work(parts: &Parts, gate: oneshot::Receiver<()>) {
    parts.run();
    gate.await.ok(); // other tasks run meanwhile
    parts.run();
}

/// Returns a gate at which nobody waits.
fn open() -> oneshot::Receiver<()> {
    oneshot::channel().1
}

/// Calls the work, and does no more.
pub fn called() -> Parts {
    let parts = Parts::new();
    work(&parts, open());
    parts
}

/// Makes a unit of the work, and drops it.
pub fn made() -> Parts {
    let (parts, gate) = (Parts::new(), open());
    let shared = parts.clone();
    let unit = async move { work(&shared, gate).await };
    drop(unit);
    parts
}

/// Makes a unit of the work, and runs it.
pub async fn run() -> Parts {
    let (parts, gate) = (Parts::new(), open());
    let shared = parts.clone();
    let unit = async move { work(&shared, gate).await };
    unit.await; // this task runs it
    parts
}

/// Spawns a unit and stays busy until it has begun, if it does so
/// within `patience`.
///
/// # Panics
///
/// Outside a runtime.
pub async fn busy(patience: Duration) -> Begun {
    let (parts, gate) = (Parts::new(), open());
    let shared = parts.clone();
    let unit = async move { work(&shared, gate).await };
    let unit = task::spawn(unit);
    let begun = busy_until(|| parts.count() > 0, patience);
    unit.await.expect("the work panicked");
    begun
}

/// Spawns a unit, drops its handle, and waits for its end.
pub async fn spawned() -> Parts {
    let (parts, gate) = (Parts::new(), open());
    let (done, end) = oneshot::channel::<()>();
    let shared = parts.clone();
    let unit = async move {
        work(&shared, gate).await;
        drop(done);
    };
    drop(task::spawn(unit)); // the runtime runs it
    end.await.ok(); // other tasks run meanwhile
    parts
}

/// Starts a unit, drops what we hold of it, and only then opens
/// its gate.
pub async fn dropped() -> Parts {
    let parts = Parts::new();
    let (opener, gate) = oneshot::channel::<()>();
    let (done, end) = oneshot::channel::<()>();
    let shared = parts.clone();
    let unit = async move {
        work(&shared, gate).await;
        drop(done);
    };
    unit.now_or_never(); // polled once; nobody runs the rest
    drop(opener);
    end.await.ok(); // no need to: `done` was dropped with the unit
    parts
}

/// Shows what became of each.
pub async fn show(table: &mut Table, patience: Duration) {
    table.row("called", called());
    table.row("made, then dropped", made());
    table.row("made, then run", run().await);
    table.row("spawned, and we stay busy", busy(patience).await);
    table.row("spawned, never joined", spawned().await);
    table.row("dropped before its end", dropped().await);
}
