//! From one thread to another, and from one task to another: two
//! that do nothing but hand over, each waiting for the other.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, Thread},
    time::Instant,
};

use tokio::{runtime, sync::Notify, task};

use super::Probe;
use crate::{Nanoseconds, NotMeasured, system};

/// Hands over and back `turns` times between two threads, which
/// share a core if the system permits it.
///
/// # Errors
///
/// Never.
pub fn threads(turns: usize) -> Probe {
    Ok(Box::new(move || {
        // On a thread of its own: the core is for these two alone.
        let pair = thread::Builder::new().spawn(move || {
            // Where it may not, both still hand over.
            system::stay_on_this_core();
            between_threads(turns)
        })?;
        let reason = || NotMeasured::because("a thread panicked");
        pair.join().map_err(|_| reason())?
    }))
}

fn between_threads(
    turns: usize,
) -> Result<Nanoseconds, NotMeasured> {
    let turn = AtomicUsize::new(0);
    let here = thread::current();
    thread::scope(|scope| {
        let there = thread::Builder::new();
        let there = there.spawn_scoped(scope, || {
            for number in 0..=turns {
                pass(&turn, 2 * number + 1, &here);
            }
        })?;
        // The first time it may still have to begin.
        pass(&turn, 0, there.thread());
        wait(&turn, 2);
        let start = Instant::now();
        for number in 1..=turns {
            pass(&turn, 2 * number, there.thread());
        }
        wait(&turn, 2 * turns + 2);
        Ok(Nanoseconds::each(start.elapsed(), 2 * turns))
    })
}

/// Waits for its turn, and gives it to `other`.
fn pass(turn: &AtomicUsize, mine: usize, other: &Thread) {
    wait(turn, mine);
    turn.store(mine + 1, Ordering::Release);
    other.unpark();
}

fn wait(turn: &AtomicUsize, mine: usize) {
    // A thread may wake without being told.
    while turn.load(Ordering::Acquire) != mine {
        thread::park();
    }
}

/// Hands over and back `turns` times between two tasks on one
/// thread, tokio's current-thread runtime.
///
/// # Errors
///
/// If there is no runtime.
pub fn tasks(turns: usize) -> Probe {
    let runtime = runtime::Builder::new_current_thread().build()?;
    Ok(Box::new(move || {
        // Both are tasks: the runtime's own future is polled in
        // other ways.
        let pair = runtime.spawn(between_tasks(turns));
        Ok(runtime.block_on(pair).map_err(io::Error::from)?)
    }))
}

async fn between_tasks(turns: usize) -> Nanoseconds {
    let here = Arc::new(Notify::new());
    let there = Arc::new(Notify::new());
    let other = task::spawn({
        let (here, there) = (here.clone(), there.clone());
        async move {
            for _ in 0..turns {
                there.notified().await;
                here.notify_one();
            }
        }
    });
    let start = Instant::now();
    for _ in 0..turns {
        there.notify_one();
        here.notified().await;
    }
    let took = Nanoseconds::each(start.elapsed(), 2 * turns);
    other.await.expect("it only hands over");
    took
}
