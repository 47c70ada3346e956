//! Tasks that wait for a signal.

use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc, mpsc::Sender};
use tokio::task;

use crate::{Meter, NO_PANIC};

/// When all have told, the other end of the channel is closed.
type Tell = crate::Tell<Sender<()>>;

/// Tells that it waits, waits, and tells that it was woken.
async fn wait(gate: &Semaphore, waits: Tell, woken: Sender<()>) {
    waits.tell();
    gate.acquire().await.err(); // other tasks run meanwhile
    drop(woken);
}

/// Lets `units` wait at the same time, wakes them all, and returns
/// how many were joined.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(units: usize, meter: &mut Meter) -> usize {
    let gate = Arc::new(Semaphore::new(0));
    let (waits, mut all_wait) = mpsc::channel::<()>(1);
    let waits = meter.tell(waits);
    let (woken, mut all_woken) = mpsc::channel::<()>(1);
    let mut handles = Vec::with_capacity(units);
    meter.begin();
    for _ in 0..units {
        let gate = gate.clone();
        let (waits, woken) = (waits.clone(), woken.clone());
        handles.push(task::spawn(async move {
            wait(&gate, waits, woken).await; // when main waits
        }));
    }
    drop((waits, woken));
    all_wait.recv().await; // the tasks run meanwhile
    meter.all_wait();
    gate.close();
    all_woken.recv().await; // the tasks run meanwhile
    meter.all_woken();
    let mut joined = 0;
    for handle in handles {
        handle.await.expect(NO_PANIC);
        joined += 1;
    }
    joined
}
