//! The result of a task's work, before it is there and after.

use std::time::Duration;

use futures_util::FutureExt;
use tokio::{runtime::Handle, sync::oneshot, time};

use super::note;
use crate::Table;

/// Waits for `gate`, and returns the answer.
async fn work(gate: oneshot::Receiver<()>) -> u32 {
    gate.await.ok(); // other tasks run meanwhile
    42
}

/// Asks for a result that is not there yet, in every way there is.
pub async fn early(table: &mut Table, limit: Duration) {
    let runtime = Handle::current();
    let (opener, gate) = oneshot::channel::<()>();
    let mut unit = runtime.spawn(work(gate));
    let now = (&mut unit).now_or_never();
    let done = unit.is_finished();
    table.row("asked at once", format!("{now:?}, done: {done}"));
    let end = time::timeout(limit, &mut unit).await; // others run
    table.row("with a time limit", format!("{end:?}"));
    let (answer, mut inbox) = oneshot::channel::<u32>();
    table.row("try_recv", format!("{:?}", inbox.try_recv()));
    drop(answer);
    drop(runtime.spawn(async move { drop(opener) }));
    let end = (&mut unit).await; // other tasks run meanwhile
    let done = unit.is_finished();
    table.row("waited for", format!("{end:?}, done: {done}"));
}

/// Does something with the result as soon as it is there.
pub async fn then() -> String {
    let runtime = Handle::current();
    let (opener, gate) = oneshot::channel::<()>();
    let unit = runtime.spawn(work(gate));
    let (sender, noted) = oneshot::channel();
    runtime.spawn(async move {
        let end = unit.await; // other tasks run meanwhile
        sender.send(note(end)).ok();
    });
    drop(opener);
    let noted = noted.await; // other tasks run meanwhile
    noted.unwrap_or_default()
}

/// Shows what can be had of a result, and when.
pub async fn show(table: &mut Table, limit: Duration) {
    early(table, limit).await;
    table.row("what comes next", then().await);
}
