//! Tasks that acquire before, and inside.

use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc};
use tokio::task;

use super::Crowd;

/// Works until it is let go.
async fn work(gate: &Semaphore) {
    let turn = gate.acquire().await; // other tasks run meanwhile
    turn.expect("open").forget();
}

/// Acquires a permit, and then spawns the unit that holds it;
/// counts the units that exist.
///
/// # Panics
///
/// Outside a runtime.
pub async fn before(units: usize, permits: usize) -> Crowd {
    let crowd = Crowd::default();
    let semaphore = Arc::new(Semaphore::new(permits));
    let gate = Arc::new(Semaphore::new(0));
    let (done, mut end) = mpsc::channel::<()>(1);
    for number in 0..units {
        if number >= permits {
            gate.add_permits(1);
        }
        let semaphore = semaphore.clone();
        let permit = semaphore.acquire_owned().await; // others run
        let permit = permit.expect("open");
        let (gate, done) = (gate.clone(), done.clone());
        let member = crowd.join();
        task::spawn(async move {
            work(&gate).await;
            drop((member, permit, done));
        });
    }
    gate.add_permits(permits);
    drop(done);
    end.recv().await; // other tasks run meanwhile
    crowd
}

/// Spawns all units, each of which acquires a permit inside;
/// counts the units that exist.
///
/// # Panics
///
/// Outside a runtime.
pub async fn inside(units: usize, permits: usize) -> Crowd {
    let crowd = Crowd::default();
    let semaphore = Arc::new(Semaphore::new(permits));
    let gate = Arc::new(Semaphore::new(0));
    let (done, mut end) = mpsc::channel::<()>(1);
    for _ in 0..units {
        let semaphore = semaphore.clone();
        let (gate, done) = (gate.clone(), done.clone());
        let member = crowd.join();
        task::spawn(async move {
            let permit = semaphore.acquire_owned().await; // waits
            work(&gate).await;
            drop((member, permit, done));
        });
    }
    gate.add_permits(units);
    drop(done);
    end.recv().await; // other tasks run meanwhile
    crowd
}
