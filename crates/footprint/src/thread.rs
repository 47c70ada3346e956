//! Threads that wait for a signal.

use crossbeam_channel::{self as channel, Sender};
use permits::Semaphore;
use std::{sync::Arc, thread};

use crate::{Meter, NO_PANIC};

/// When all have told, the other end of the channel is closed.
type Tell = crate::Tell<Sender<()>>;

/// Tells that it waits, waits, and tells that it was woken.
fn wait(gate: &Semaphore, waits: Tell, woken: Sender<()>) {
    waits.tell();
    gate.acquire().err(); // this thread waits here
    drop(woken);
}

/// Lets `units` wait at the same time, wakes them all, and returns
/// how many were joined.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(units: usize, meter: &mut Meter) -> usize {
    let gate = Arc::new(Semaphore::new(0));
    let (waits, all_wait) = channel::bounded::<()>(1);
    let waits = meter.tell(waits);
    let (woken, all_woken) = channel::bounded::<()>(1);
    let mut handles = Vec::with_capacity(units);
    meter.begin();
    for _ in 0..units {
        let gate = gate.clone();
        let (waits, woken) = (waits.clone(), woken.clone());
        handles.push(thread::spawn(move || {
            wait(&gate, waits, woken); // beside this thread
        }));
    }
    drop((waits, woken));
    all_wait.recv().ok(); // this thread waits for all
    meter.all_wait();
    gate.close();
    all_woken.recv().ok(); // this thread waits for all
    meter.all_woken();
    let mut joined = 0;
    for handle in handles {
        handle.join().expect(NO_PANIC);
        joined += 1;
    }
    joined
}
