//! The same, as one would write it who has only threads.

use std::{
    sync::{RwLock, mpsc, mpsc::Sender},
    thread,
};

use crate::{Meter, NO_PANIC, tell::Tell};

/// Tells that it waits, waits, and tells that it was woken.
fn wait(
    gate: &RwLock<()>,
    waits: Tell<Sender<()>>,
    woken: Sender<()>,
) {
    waits.tell();
    drop(gate.read()); // as long as somebody writes
    drop(woken);
}

/// Lets `units` wait at the same time, wakes them all, and returns
/// how many were joined.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(units: usize, meter: &mut Meter) -> usize {
    let gate = &RwLock::new(());
    let (waits, all_wait) = mpsc::channel();
    let waits = meter.tell(waits);
    let (woken, all_woken) = mpsc::channel();
    thread::scope(|scope| {
        let closed = gate.write();
        meter.begin();
        let spawn = |_| {
            let (waits, woken) = (waits.clone(), woken.clone());
            scope.spawn(move || wait(gate, waits, woken))
        };
        let units: Vec<_> = (0..units).map(spawn).collect();
        drop((waits, woken));
        all_wait.recv().ok();
        meter.all_wait();
        drop(closed);
        all_woken.recv().ok();
        meter.all_woken();
        let ends = units.into_iter().map(|unit| unit.join());
        ends.map(|end| end.expect(NO_PANIC)).count()
    })
}
