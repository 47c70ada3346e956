//! The same, as one would write it who has only tasks.

use tokio::{
    sync::watch::{self, Receiver},
    task::JoinSet,
};

use crate::{Meter, tell::Tell};

/// Tells that it waits, waits, and tells that it was woken.
async fn wait(waits: Tell<Receiver<()>>, mut gate: Receiver<()>) {
    waits.tell();
    gate.changed().await.ok();
    // Here the gate is dropped: one less who watches it.
}

/// Lets `units` wait at the same time, wakes them all, and returns
/// how many were joined.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(units: usize, meter: &mut Meter) -> usize {
    let (all_wait, waits) = watch::channel(());
    let waits = meter.tell(waits);
    let (gate, closed) = watch::channel(());
    let mut set = JoinSet::new();
    meter.begin();
    for _ in 0..units {
        set.spawn(wait(waits.clone(), closed.clone()));
    }
    drop((waits, closed));
    all_wait.closed().await;
    meter.all_wait();
    gate.send_replace(());
    gate.closed().await;
    meter.all_woken();
    set.join_all().await.len()
}
