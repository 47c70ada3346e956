//! What comes of a thread whose work fails.

use crossbeam_channel as channel;
use std::thread;

use crate::{Table, hook, message};

/// Looks for a flag in vain.
fn look(code: &str) -> Result<u32, String> {
    Err(format!("no flag {code}"))
}

/// Looks for a flag in vain, and makes much of it.
fn must(code: &str) -> u32 {
    look(code).unwrap_or_else(|error| panic!("{error}"))
}

/// Spawns a look for `code` that nobody joins, waits for its end,
/// and tells whether anybody heard of it.
fn unheard(code: &'static str, panics: bool) -> hook::Heard {
    let (done, end) = channel::bounded::<()>(1);
    let unit = move || {
        let _done = done;
        match panics {
            true => Ok(must(code)),
            false => look(code),
        }
    };
    drop(thread::spawn(unit)); // the system runs it
    end.recv().ok(); // this thread waits here
    hook::heard(&format!("no flag {code}"))
}

/// Shows what is heard of each failure.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn show(table: &mut Table) {
    let unit = thread::spawn(|| look("XA"));
    let end = unit.join(); // this thread waits here
    table.row("an Err, joined", format!("{end:?}"));
    let unit = thread::spawn(|| must("XB"));
    let error = unit.join().expect_err("a panic");
    table.row("a panic, joined", format!("{error:?}"));
    let payload = error;
    table.row("the message in it", message(&*payload));
    let heard = unheard("XC", false);
    table.row("an Err that nobody joins", heard);
    let heard = unheard("XD", true);
    table.row("a panic that nobody joins", heard);
}
