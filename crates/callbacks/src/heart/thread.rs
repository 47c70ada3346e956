//! A heart that beats on a thread of its own.

use std::sync::mpsc::{self, RecvTimeoutError::Timeout};
use std::{thread, time::Duration};

use crate::Log;

/// Runs `work` while a heart beats beside it, into `log`.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn beside<T>(
    log: &Log,
    every: Duration,
    work: impl FnOnce() -> T,
) -> T {
    let (stop, stopped) = mpsc::sync_channel::<()>(1);
    let beating = log.clone();
    let heart = thread::spawn(move || {
        while stopped.recv_timeout(every) == Err(Timeout) {
            beating.beat();
        }
    });
    let end = work(); // this thread waits, the heart's beats on
    drop(stop);
    heart.join().expect("a heart does not panic");
    end
}
