//! The result of a thread's work, before it is there and after.

use std::time::Duration;

use crossbeam_channel as channel;
use crossbeam_channel::Receiver;

use super::note;
use crate::{Pool, Table};

/// Waits for `gate`, and returns the answer.
fn work(gate: Receiver<()>) -> u32 {
    gate.recv().ok(); // this thread waits here
    42
}

/// Asks for a result that is not there yet, in every way there is.
pub fn early(table: &mut Table, limit: Duration) {
    let pool = Pool::new(2);
    let (opener, gate) = channel::bounded::<()>(1);
    let unit = pool.submit(move || work(gate));
    let now = unit.result(Some(Duration::ZERO));
    let done = unit.is_done();
    table.row("asked at once", format!("{now:?}, done: {done}"));
    let end = unit.result(Some(limit)); // this thread waits here
    table.row("with a time limit", format!("{end:?}"));
    let (answer, inbox) = channel::bounded::<u32>(1);
    table.row("try_recv", format!("{:?}", inbox.try_recv()));
    drop(answer);
    drop(pool.submit(move || drop(opener)));
    let end = unit.result(None); // this thread waits here
    let done = unit.is_done();
    table.row("waited for", format!("{end:?}, done: {done}"));
}

/// Does something with the result as soon as it is there.
pub fn then() -> String {
    let pool = Pool::new(1);
    let (opener, gate) = channel::bounded::<()>(1);
    let unit = pool.submit(move || work(gate));
    let (sender, noted) = channel::bounded(1);
    unit.add_done_callback(move |end| {
        let end = end.clone(); // the thread of the unit runs this
        sender.send(note(end)).ok();
    });
    drop(opener);
    let noted = noted.recv(); // this thread waits here
    noted.unwrap_or_default()
}

/// Shows what can be had of a result, and when.
pub fn show(table: &mut Table, limit: Duration) {
    early(table, limit);
    table.row("what comes next", then());
}
