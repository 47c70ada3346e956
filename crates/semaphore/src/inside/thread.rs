//! Threads that acquire before, and inside.

use crossbeam_channel as channel;
use permits::Semaphore;
use std::{sync::Arc, thread};

use super::Crowd;

/// Works until it is let go.
fn work(gate: &Semaphore) {
    let turn = gate.acquire(); // this thread waits here
    turn.expect("open").forget();
}

/// Acquires a permit, and then spawns the unit that holds it;
/// counts the units that exist.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn before(units: usize, permits: usize) -> Crowd {
    let crowd = Crowd::default();
    let semaphore = Arc::new(Semaphore::new(permits));
    let gate = Arc::new(Semaphore::new(0));
    let (done, end) = channel::bounded::<()>(1);
    for number in 0..units {
        if number >= permits {
            gate.add_permits(1);
        }
        let semaphore = semaphore.clone();
        let permit = semaphore.acquire_owned(); // this thread waits
        let permit = permit.expect("open");
        let (gate, done) = (gate.clone(), done.clone());
        let member = crowd.join();
        thread::spawn(move || {
            work(&gate);
            drop((member, permit, done));
        });
    }
    gate.add_permits(permits);
    drop(done);
    end.recv().ok(); // this thread waits for all
    crowd
}

/// Spawns all units, each of which acquires a permit inside;
/// counts the units that exist.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn inside(units: usize, permits: usize) -> Crowd {
    let crowd = Crowd::default();
    let semaphore = Arc::new(Semaphore::new(permits));
    let gate = Arc::new(Semaphore::new(0));
    let (done, end) = channel::bounded::<()>(1);
    for _ in 0..units {
        let semaphore = semaphore.clone();
        let (gate, done) = (gate.clone(), done.clone());
        let member = crowd.join();
        thread::spawn(move || {
            let permit = semaphore.acquire_owned(); // it waits here
            work(&gate);
            drop((member, permit, done));
        });
    }
    gate.add_permits(units);
    drop(done);
    end.recv().ok(); // this thread waits for all
    crowd
}
