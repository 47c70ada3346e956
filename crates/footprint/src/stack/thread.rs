//! Threads that used room before they wait, or hold it.

use crossbeam_channel::{self as channel, Sender};
use permits::Semaphore;
use std::{sync::Arc, thread};

use super::{ROOM, Room, work_in, work_in_a_room};
use crate::{Meter, NO_PANIC};

/// When all have told, the other end of the channel is closed.
type Tell = crate::Tell<Sender<()>>;

/// Needs its room before it waits.
fn used(gate: Arc<Semaphore>, waits: Tell) {
    work_in_a_room();
    waits.tell();
    gate.acquire().err(); // this thread waits here
}

/// Needs its room before and after.
fn held(gate: Arc<Semaphore>, waits: Tell) {
    let mut room = [0; ROOM];
    work_in(&mut room);
    waits.tell();
    gate.acquire().err(); // this thread waits here
    work_in(&mut room);
}

/// Returns the size of what is spawned for a unit, in bytes.
pub fn size(room: Room) -> usize {
    let gate = Arc::new(Semaphore::new(0));
    let (waits, _) = channel::bounded(1);
    let waits = Meter::new().tell(waits);
    match room {
        Room::Used => size_of_val(&move || used(gate, waits)),
        Room::Held => size_of_val(&move || held(gate, waits)),
    }
}

/// Lets `units` wait at the same time, wakes them all, and returns
/// how many were joined.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(
    units: usize,
    room: Room,
    meter: &mut Meter,
) -> usize {
    let gate = Arc::new(Semaphore::new(0));
    let (waits, all_wait) = channel::bounded::<()>(1);
    let waits = meter.tell(waits);
    let mut handles = Vec::with_capacity(units);
    meter.begin();
    for _ in 0..units {
        let (gate, waits) = (gate.clone(), waits.clone());
        handles.push(match room {
            Room::Used => thread::spawn(move || used(gate, waits)),
            Room::Held => thread::spawn(move || held(gate, waits)),
        });
    }
    drop(waits);
    all_wait.recv().ok(); // this thread waits for all
    meter.all_wait();
    gate.close();
    let mut joined = 0;
    for handle in handles {
        handle.join().expect(NO_PANIC);
        joined += 1;
    }
    joined
}
