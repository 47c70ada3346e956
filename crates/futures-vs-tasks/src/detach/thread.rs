//! What becomes of a thread that nobody waits for any more.

use std::time::Duration;

use crossbeam_channel::{self as channel, Receiver, Sender};

use crate::{Parts, Pool, Table};

/// Runs in two parts, waits for `gate` between them, and answers.
fn work(
    parts: Parts,
    gate: Receiver<()>,
    _done: Sender<()>,
) -> u32 {
    parts.run();
    gate.recv().ok(); // this thread waits here
    parts.run();
    42
}

/// Gives the handle away to a time limit, and then looks how far
/// its unit came.
pub fn given(limit: Duration) -> (String, Parts) {
    let (parts, pool) = (Parts::new(), Pool::new(1));
    let (opener, gate) = channel::bounded::<()>(1);
    let (done, end) = channel::bounded::<()>(1);
    let shared = parts.clone();
    let unit = pool.submit(move || work(shared, gate, done));
    let early = unit.result(Some(limit)); // this thread waits here
    drop(unit);
    drop(opener);
    end.recv().ok(); // this thread waits here
    (format!("{early:?}"), parts)
}

/// Lends the handle to a time limit, and then waits without one.
pub fn lent(limit: Duration) -> (String, String) {
    let (parts, pool) = (Parts::new(), Pool::new(1));
    let (opener, gate) = channel::bounded::<()>(1);
    let (done, _end) = channel::bounded::<()>(1);
    let unit = pool.submit(move || work(parts, gate, done));
    let early = unit.result(Some(limit)); // this thread waits here
    drop(opener);
    let end = unit.result(None); // this thread waits here
    (format!("{early:?}"), format!("{end:?}"))
}

/// Shows what becomes of each.
pub fn show(table: &mut Table, limit: Duration) {
    let parts = crate::thread::spawned();
    table.row("its handle dropped", parts);
    let parts = crate::thread::dropped();
    table.row("dropped before its end", parts);
    let (early, parts) = given(limit);
    table.row(
        "time limit, handle given",
        format!("{early}, {parts}"),
    );
    let (early, end) = lent(limit);
    table.row(
        "time limit, handle lent",
        format!("{early}, then {end}"),
    );
}
