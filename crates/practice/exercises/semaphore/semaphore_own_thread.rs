//! # Your own semaphore
//!
//! The standard library has no semaphore for threads. Write one, of
//! a lock and a condition variable:
//!
//! - no more permits are out than there are;
//! - `acquire` waits until one is back, and `try_acquire` does not
//!   wait;
//! - a permit is back when it is dropped, and nobody waits for ever
//!   while there is one.

use std::{
    sync::{Condvar, Mutex},
    thread,
    time::Duration,
};

/// Hands out a number of permits, and no more.
struct Semaphore {
    permits: Mutex<usize>,
    freed: Condvar,
}

/// A permit that goes back when it is dropped.
struct Permit<'semaphore>(&'semaphore Semaphore);

impl Semaphore {
    /// Makes a semaphore of so many permits.
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), freed: Condvar::new() }
    }

    /// Takes a permit; while there is none, this thread waits.
    fn acquire(&self) -> Permit<'_> {
        // TODO: the permits are counted under the lock.
        todo!("wait while there is no permit, and take one")
    }

    /// Takes a permit if there is one now.
    fn try_acquire(&self) -> Option<Permit<'_>> {
        todo!("take a permit, or say that there is none")
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        todo!("give the permit back, and tell somebody who waits")
    }
}

fn main() {
    let semaphore = &Semaphore::new(2);
    thread::scope(|scope| {
        for code in ["BD", "CN", "EG", "IN", "US"] {
            let permit = semaphore.acquire();
            scope.spawn(move || {
                println!("{code} has a permit.");
                thread::sleep(Duration::from_millis(100));
                drop(permit);
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::sync::{
        atomic::{AtomicUsize, Ordering::SeqCst},
        mpsc::{self, RecvTimeoutError::Timeout},
    };

    #[test]
    #[timeout(10_000)]
    fn no_more_permits_are_out_than_there_are() {
        let semaphore = Semaphore::new(2);
        let first = semaphore.acquire();
        let second = semaphore.try_acquire();
        assert!(second.is_some(), "one of 2 is out: one is left");
        let third = semaphore.try_acquire();
        assert!(third.is_none(), "2 of 2 are out: none is left");
        drop(first);
        let third = semaphore.try_acquire();
        assert!(third.is_some(), "one was dropped: it is not back");
    }

    /// Eight threads want one of two permits, again and again;
    /// returns how many held one at once.
    fn crowd() -> usize {
        let [now, peak] = [0, 0].map(AtomicUsize::new);
        let semaphore = Semaphore::new(2);
        let unit = || {
            for _ in 0..500 {
                let permit = semaphore.acquire();
                let held = now.fetch_add(1, SeqCst) + 1;
                peak.fetch_max(held, SeqCst);
                thread::yield_now();
                now.fetch_sub(1, SeqCst);
                drop(permit);
            }
        };
        thread::scope(|scope| {
            (0..8).for_each(|_| drop(scope.spawn(unit)));
        });
        peak.into_inner()
    }

    #[test]
    #[timeout(10_000)]
    fn all_get_a_permit_and_never_too_many() {
        let (sender, end) = mpsc::channel();
        thread::spawn(move || sender.send(crowd()));
        let peak = match end.recv_timeout(Duration::from_secs(5)) {
            Ok(peak) => peak,
            Err(Timeout) => panic!(
                "threads wait for ever: who tells them that a \
                 permit is back?"
            ),
            Err(_) => panic!(
                "a thread panicked: did it take a permit that was \
                 not there?"
            ),
        };
        assert!(peak <= 2, "{peak} held a permit at once, of 2");
    }
}
