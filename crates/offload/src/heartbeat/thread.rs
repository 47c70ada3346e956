//! A heartbeat that is a thread of its own.

use std::sync::{Arc, mpsc};
use std::thread;

use super::Pulse;
use timeline::blocking::{lane, wait};

/// Ticks until `stop` closes.
fn tick(pulse: &Pulse, stop: mpsc::Receiver<()>) {
    let every = pulse.every();
    let end = Err(mpsc::RecvTimeoutError::Disconnected);
    while wait("tick", || stop.recv_timeout(every)) != end {
        pulse.tick();
    }
    pulse.end();
}

/// Runs `work` beside a heartbeat, and returns what it returned.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn beside<T>(
    pulse: &Arc<Pulse>,
    work: impl FnOnce() -> T,
) -> T {
    let its_pulse = pulse.clone();
    let (alive, stop) = mpsc::sync_channel(1);
    pulse.begin();
    let heartbeat = move || tick(&its_pulse, stop);
    let heartbeat = || lane("heartbeat", heartbeat);
    let heartbeat = thread::spawn(heartbeat);
    let result = work(); // it ticks on, whatever this thread does
    drop(alive);
    let end = wait("end", || heartbeat.join());
    end.expect("the heartbeat panicked");
    result
}
