//! What a task is, point by point.

use std::{future::poll_fn, thread, time::Duration};
use tokio::runtime::Handle;
use tokio::{sync::oneshot, task};

use super::{here, same};
use crate::{Parts, Table};

/// Waits for `gate`.
async fn work(gate: oneshot::Receiver<()>) {
    gate.await.ok(); // other tasks run meanwhile
}

/// Tells who runs beside us: the id, and the name of its thread.
///
/// # Panics
///
/// Outside a runtime.
pub async fn role() -> String {
    let unit = async { here() };
    let unit = task::spawn(unit);
    let id = unit.id();
    let name = unit.await.expect("no panic").name;
    format!("{id:?}, on thread {name:?}")
}

/// Tells what is driven, and how often it is called.
///
/// # Panics
///
/// Outside a runtime.
pub async fn drives() -> String {
    let calls = Parts::new();
    let (opener, gate) = oneshot::channel::<()>();
    let mut unit = Box::pin(work(gate));
    let counted = calls.clone();
    let unit = task::spawn(poll_fn(move |context| {
        counted.run();
        unit.as_mut().poll(context)
    }));
    task::yield_now().await;
    drop(opener);
    unit.await.expect("no panic"); // other tasks run meanwhile
    format!("a future, polled {}x", calls.count())
}

/// Tells who may make one.
///
/// # Panics
///
/// Outside a runtime.
pub fn maker() -> String {
    let alone = || Handle::try_current().is_ok();
    let can = thread::spawn(alone).join().expect("no panic");
    format!("task::spawn; from any thread: {can}")
}

/// Tells whether others run while one is in its slow call.
///
/// # Panics
///
/// Outside a runtime.
pub async fn slow() -> String {
    let (opener, gate) = oneshot::channel::<()>();
    let slow = task::spawn(async move {
        work(gate).await;
        here()
    });
    let other = task::spawn(async move {
        drop(opener);
        here()
    });
    let slow = slow.await.expect("no panic");
    let other = other.await.expect("no panic");
    format!("awaits; others run on {}", same(slow, other))
}

/// Tells how one is ended from outside.
pub async fn end() -> String {
    let (_opener, gate) = oneshot::channel::<()>();
    let unit = task::spawn(work(gate));
    unit.abort(); // the runtime drops it at its `.await`
    let end = unit.await; // other tasks run meanwhile
    format!("abort(): {end:?}")
}

/// Tells what runs the outermost call.
pub fn top() -> String {
    let kind = Handle::current().runtime_flavor();
    format!("block_on, of a {kind:?} runtime")
}

/// Shows the seven points.
pub async fn show(table: &mut Table, patience: Duration) {
    table.row("role: runs beside us", role().await);
    table.row("what it drives", drives().await);
    table.row("who makes it", maker());
    let begun = crate::r#async::busy(patience).await;
    table.row("started when", begun);
    table.row("the slow call in it", slow().await);
    table.row("ending it from outside", end().await);
    table.row("the top that runs it", top());
}
