//! What a thread is, point by point.

use crossbeam_channel as channel;
use std::thread;
use std::time::Duration;

use super::{here, same};
use crate::{Parts, Table};

/// Waits for `gate`.
fn work(gate: channel::Receiver<()>) {
    gate.recv().ok(); // this thread waits here
}

/// Tells who runs beside us: the id, and the name of its thread.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn role() -> String {
    let unit = thread::Builder::new().name("flag".into());
    let unit = unit.spawn(here).expect("one more thread");
    let id = unit.thread().id();
    let name = unit.join().expect("no panic").name;
    format!("{id:?}, on thread {name:?}")
}

/// Tells what is driven, and how often it is called.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn drives() -> String {
    let calls = Parts::new();
    let (opener, gate) = channel::bounded::<()>(1);
    let unit = move || work(gate);
    let counted = calls.clone();
    let unit = thread::spawn(move || {
        counted.run();
        unit()
    });
    thread::yield_now();
    drop(opener);
    unit.join().expect("no panic"); // this thread waits here
    format!("a function, called {}x", calls.count())
}

/// Tells who may make one.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn maker() -> String {
    let alone = || thread::spawn(here).join().is_ok();
    let can = thread::spawn(alone).join().expect("no panic");
    format!("thread::spawn; from any thread: {can}")
}

/// Tells whether others run while one is in its slow call.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn slow() -> String {
    let (opener, gate) = channel::bounded::<()>(1);
    let slow = thread::spawn(move || {
        work(gate);
        here()
    });
    let other = thread::spawn(move || {
        drop(opener);
        here()
    });
    let slow = slow.join().expect("no panic");
    let other = other.join().expect("no panic");
    format!("blocks; others run on {}", same(slow, other))
}

/// Tells how one is ended from outside.
pub fn end() -> String {
    let (opener, gate) = channel::bounded::<()>(1);
    let unit = thread::spawn(move || work(gate));
    drop(opener); // no call ends it: it must listen, and be told
    let end = unit.join(); // this thread waits here
    format!("none; if it is told, it ends: {end:?}")
}

/// Tells what runs the outermost call.
pub fn top() -> String {
    let name = here().name;
    format!("main itself, on thread {name:?}")
}

/// Shows the seven points.
pub fn show(table: &mut Table, patience: Duration) {
    table.row("role: runs beside us", role());
    table.row("what it drives", drives());
    table.row("who makes it", maker());
    let begun = crate::thread::busy(patience);
    table.row("started when", begun);
    table.row("the slow call in it", slow());
    table.row("ending it from outside", end());
    table.row("the top that runs it", top());
}
