//! The spinner, as one would write it who has only threads.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::{io, thread};

use crate::{Screen, Times, thread::slow_function};

/// Spins while `slow_function` waits; returns its answer.
///
/// # Errors
///
/// If the system starts no more threads.
///
/// # Panics
///
/// If the spinner panicked.
pub fn supervisor(
    times: Times,
    screen: &Screen,
) -> io::Result<u32> {
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let spin = || {
            let _eraser = screen.eraser();
            while !stop.load(Relaxed) {
                screen.draw();
                thread::park_timeout(times.tick);
            }
        };
        let unit = thread::Builder::new().name("spinner".into());
        let spinner = unit.spawn_scoped(scope, spin)?;
        let answer = slow_function(times.work);
        stop.store(true, Relaxed);
        spinner.thread().unpark();
        Ok(answer)
    }) // the scope waits here for the spinner
}
