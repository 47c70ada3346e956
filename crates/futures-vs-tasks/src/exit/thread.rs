//! A thread that is still at work when `main` returns.

use lesson::say;
use std::{thread, time::Duration};

use crossbeam_channel as channel;

use super::Cleanup;
use crate::Parts;

/// Says how far it came.
fn work(
    parts: Parts,
    begun: channel::Sender<()>,
    duration: Duration,
) {
    let _cleanup = Cleanup;
    say!("unit: begun");
    parts.run();
    drop(begun);
    thread::sleep(duration); // this thread waits here
    parts.run();
    say!("unit: done");
}

/// Starts a unit, and returns once it has begun, with the count
/// of what it did.
pub fn leave(duration: Duration) -> Parts {
    let (begun, wait) = channel::bounded::<()>(1);
    let parts = Parts::new();
    let shared = parts.clone();
    let unit = move || work(shared, begun, duration);
    drop(thread::spawn(unit));
    wait.recv().ok(); // this thread waits here
    say!("main: returns");
    parts
}
