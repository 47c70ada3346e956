//! Waiting for a lock of the standard library, but not for ever.
//!
//! Its `Mutex` has no such method (that of the crate `parking_lot`
//! has), and a thread that waits in `lock` can be told nothing.
//! Here a deadlock is to be seen, and then to end.

use std::{
    sync::{Mutex, MutexGuard, TryLockError},
    thread,
    time::{Duration, Instant},
};

/// How often somebody who waits asks again.
const TICK: Duration = Duration::from_millis(1);

/// Blocks this thread until it has the lock, as `lock` does, but
/// not longer than `patience`.
pub fn try_lock_for<T>(
    mutex: &Mutex<T>,
    patience: Duration,
) -> Option<MutexGuard<'_, T>> {
    let begin = Instant::now();
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => {
                return Some(poisoned.into_inner());
            }
            Err(TryLockError::WouldBlock) => {}
        }
        if begin.elapsed() >= patience {
            return None;
        }
        thread::sleep(TICK);
    }
}
