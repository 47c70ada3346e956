//! A spinner whose thread is asked to end.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::{sync::Arc, thread, time::Duration};

use super::Ended;
use crate::thread::slow_function;
use crate::{Screen, Times};
use timeline::blocking::{lane, wait};

/// Turns the spinner until `stop` is set.
fn turn(screen: &Screen, stop: &AtomicBool, tick: Duration) {
    while !stop.load(Relaxed) {
        screen.draw();
        wait("tick", || thread::park_timeout(tick)); // it waits
    }
}

/// Turns the spinner, and erases it at the end.
fn spin(screen: Screen, stop: Arc<AtomicBool>, tick: Duration) {
    let _eraser = screen.eraser();
    turn(&screen, &stop, tick); // it returns when it is asked to
}

/// Spins until `slow_function` answers, then asks for an end.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(times: Times, screen: &Screen) -> Ended {
    let Times { tick, work } = times;
    let stop = Arc::new(AtomicBool::new(false));
    let (shared, asked) = (screen.clone(), stop.clone());
    let spin = move || spin(shared, asked, tick);
    let spinner = thread::spawn(|| lane("spinner", spin));
    let answer = slow_function(work);
    stop.store(true, Relaxed);
    spinner.thread().unpark(); // it need not wait for its tick
    wait("end", || spinner.join()).expect("the spinner panicked");
    Ended { answer, cancelled: false }
}
