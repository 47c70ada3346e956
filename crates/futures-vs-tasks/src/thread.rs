//! What makes the work of a thread run, and when.

use crossbeam_channel as channel;
use crossbeam_channel::Receiver;
use std::{thread, time::Duration};

use crate::{Begun, Parts, Table, busy_until};

/// Runs in two parts, and waits for `gate` between them.
fn work(parts: &Parts, gate: Receiver<()>) {
    parts.run();
    gate.recv().ok(); // this thread waits here
    parts.run();
}

/// Returns a gate at which nobody waits.
fn open() -> Receiver<()> {
    channel::bounded(1).1
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
    let unit = move || work(&shared, gate);
    drop(unit);
    parts
}

/// Makes a unit of the work, and runs it.
pub fn run() -> Parts {
    let (parts, gate) = (Parts::new(), open());
    let shared = parts.clone();
    let unit = move || work(&shared, gate);
    unit(); // this thread runs it
    parts
}

/// Spawns a unit and stays busy until it has begun, if it does so
/// within `patience`.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn busy(patience: Duration) -> Begun {
    let (parts, gate) = (Parts::new(), open());
    let shared = parts.clone();
    let unit = move || work(&shared, gate);
    let unit = thread::spawn(unit);
    let begun = busy_until(|| parts.count() > 0, patience);
    unit.join().expect("the work panicked");
    begun
}

/// Spawns a unit, drops its handle, and waits for its end.
pub fn spawned() -> Parts {
    let (parts, gate) = (Parts::new(), open());
    let (done, end) = channel::bounded::<()>(1);
    let shared = parts.clone();
    let unit = move || {
        work(&shared, gate);
        drop(done);
    };
    drop(thread::spawn(unit)); // the system runs it
    end.recv().ok(); // this thread waits here
    parts
}

/// Starts a unit, drops what we hold of it, and only then opens
/// its gate.
pub fn dropped() -> Parts {
    let parts = Parts::new();
    let (opener, gate) = channel::bounded::<()>(1);
    let (done, end) = channel::bounded::<()>(1);
    let shared = parts.clone();
    let unit = move || {
        work(&shared, gate);
        drop(done);
    };
    drop(thread::spawn(unit)); // a handle; the system runs it
    drop(opener);
    end.recv().ok(); // this thread waits here
    parts
}

/// Shows what became of each.
pub fn show(table: &mut Table, patience: Duration) {
    table.row("called", called());
    table.row("made, then dropped", made());
    table.row("made, then run", run());
    table.row("spawned, and we stay busy", busy(patience));
    table.row("spawned, never joined", spawned());
    table.row("dropped before its end", dropped());
}
