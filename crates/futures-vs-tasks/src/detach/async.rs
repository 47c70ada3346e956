//! What becomes of a task that nobody waits for any more.

use std::time::Duration;

use tokio::{runtime::Handle, sync::oneshot, time};

use crate::{Parts, Table};

/// Runs in two parts, waits for `gate` between them, and answers.
async fn work(
    parts: Parts,
    gate: oneshot::Receiver<()>,
    _done: oneshot::Sender<()>,
) -> u32 {
    parts.run();
    gate.await.ok(); // other tasks run meanwhile
    parts.run();
    42
}

/// Gives the handle away to a time limit, and then looks how far
/// its unit came.
pub async fn given(limit: Duration) -> (String, Parts) {
    let (parts, runtime) = (Parts::new(), Handle::current());
    let (opener, gate) = oneshot::channel::<()>();
    let (done, end) = oneshot::channel::<()>();
    let shared = parts.clone();
    let unit = runtime.spawn(work(shared, gate, done));
    let early = time::timeout(limit, unit); // it takes the handle
    let early = early.await;
    drop(opener);
    end.await.ok(); // other tasks run meanwhile
    (format!("{early:?}"), parts)
}

/// Lends the handle to a time limit, and then waits without one.
pub async fn lent(limit: Duration) -> (String, String) {
    let (parts, runtime) = (Parts::new(), Handle::current());
    let (opener, gate) = oneshot::channel::<()>();
    let (done, _end) = oneshot::channel::<()>();
    let mut unit = runtime.spawn(work(parts, gate, done));
    let early = time::timeout(limit, &mut unit).await; // others run
    drop(opener);
    let end = unit.await; // other tasks run meanwhile
    (format!("{early:?}"), format!("{end:?}"))
}

/// Shows what becomes of each.
pub async fn show(table: &mut Table, limit: Duration) {
    let parts = crate::r#async::spawned().await;
    table.row("its handle dropped", parts);
    let parts = crate::r#async::dropped().await;
    table.row("dropped before its end", parts);
    let (early, parts) = given(limit).await;
    table.row(
        "time limit, handle given",
        format!("{early}, {parts}"),
    );
    let (early, end) = lent(limit).await;
    table.row(
        "time limit, handle lent",
        format!("{early}, then {end}"),
    );
}
