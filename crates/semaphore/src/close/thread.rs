//! Threads at a semaphore that is closed.

use crossbeam_channel as channel;
use permits::{OwnedPermit, Semaphore};
use std::{sync::Arc, thread};

use super::{End, Ends, refused};
use crate::fair::thread::until_waiting;

/// Works with a permit, until it may end.
fn work(
    permit: OwnedPermit,
    may_end: channel::Receiver<()>,
) -> End {
    may_end.recv().ok(); // this thread waits here
    drop(permit);
    Ok("done")
}

/// Waits for a permit to work with.
fn wait(semaphore: &Semaphore) -> End {
    let permit = semaphore.acquire(); // this thread waits here
    permit.map_err(refused).map(|_permit| "done")
}

/// Closes a semaphore while one unit works with its only permit
/// and `count` others wait; only then lets the one finish.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn while_at_work(count: usize) -> Ends {
    let semaphore = Arc::new(Semaphore::new(1));
    let permit = semaphore.clone().acquire_owned();
    let permit = permit.expect("open");
    let (let_end, may_end) = channel::bounded(1);
    let held = thread::spawn(move || work(permit, may_end));
    let start = |_| {
        let semaphore = semaphore.clone();
        thread::spawn(move || wait(&semaphore))
    };
    let units: Vec<_> = (0..count).map(start).collect();
    until_waiting(&semaphore, count);
    semaphore.close();
    let mut waited = Vec::new();
    for unit in units {
        waited.push(unit.join().expect("no panic"));
    }
    let late = wait(&semaphore);
    drop(let_end);
    let held = held.join().expect("no panic");
    Ends { held, waited, late }
}
