//! A spinner on an operating-system thread.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError::Timeout};
use std::{thread, time::Duration};

use crate::{Screen, Times};
use timeline::blocking::{lane, wait};

/// Spins until `done` is closed.
pub(crate) fn spin(
    screen: Screen,
    done: Receiver<()>,
    tick: Duration,
) {
    loop {
        screen.draw();
        let rest = || done.recv_timeout(tick);
        let end = wait("tick", rest); // this thread waits here
        if end != Err(Timeout) {
            break;
        }
    }
    screen.erase();
}

/// Takes as long as `work`, and returns its answer.
pub(crate) fn slow_function(work: Duration) -> u32 {
    let slow = || thread::sleep(work);
    wait("work", slow); // this thread waits; the other one spins
    42
}

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
    let Times { tick, work } = times;
    let (stop, done) = mpsc::channel();
    let shared = screen.clone();
    let spin = move || spin(shared, done, tick);
    let unit = thread::Builder::new().name("spinner".into());
    let spinner = unit.spawn(|| lane("spinner", spin))?;
    let handle = spinner.thread();
    let (id, name) = (handle.id(), handle.name().unwrap_or("?"));
    screen.say(format_args!("spinner: thread {name:?}, {id:?}"));
    let answer = slow_function(work);
    drop(stop);
    wait("end", || spinner.join()).expect("the spinner panicked");
    Ok(answer)
}
