//! Tasks that used room before they wait, or hold it.

use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc, mpsc::Sender};
use tokio::task;

use super::{ROOM, Room, work_in, work_in_a_room};
use crate::{Meter, NO_PANIC};

/// When all have told, the other end of the channel is closed.
type Tell = crate::Tell<Sender<()>>;

/// Needs its room before it waits.
async fn used(gate: Arc<Semaphore>, waits: Tell) {
    work_in_a_room();
    waits.tell();
    gate.acquire().await.err(); // other tasks run meanwhile
}

/// Needs its room before and after.
async fn held(gate: Arc<Semaphore>, waits: Tell) {
    let mut room = [0; ROOM];
    work_in(&mut room);
    waits.tell();
    gate.acquire().await.err(); // other tasks run meanwhile
    work_in(&mut room);
}

/// Returns the size of what is spawned for a unit, in bytes.
pub fn size(room: Room) -> usize {
    let gate = Arc::new(Semaphore::new(0));
    let (waits, _) = mpsc::channel(1);
    let waits = Meter::new().tell(waits);
    match room {
        Room::Used => size_of_val(&used(gate, waits)),
        Room::Held => size_of_val(&held(gate, waits)),
    }
}

/// Lets `units` wait at the same time, wakes them all, and returns
/// how many were joined.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(
    units: usize,
    room: Room,
    meter: &mut Meter,
) -> usize {
    let gate = Arc::new(Semaphore::new(0));
    let (waits, mut all_wait) = mpsc::channel::<()>(1);
    let waits = meter.tell(waits);
    let mut handles = Vec::with_capacity(units);
    meter.begin();
    for _ in 0..units {
        let (gate, waits) = (gate.clone(), waits.clone());
        handles.push(match room {
            Room::Used => task::spawn(used(gate, waits)),
            Room::Held => task::spawn(held(gate, waits)),
        });
    }
    drop(waits);
    all_wait.recv().await; // the tasks run meanwhile
    meter.all_wait();
    gate.close();
    let mut joined = 0;
    for handle in handles {
        handle.await.expect(NO_PANIC);
        joined += 1;
    }
    joined
}
