//! A mutex that nobody else wants.

use std::{hint::black_box, sync::Mutex, time::Instant};

use super::Probe;
use crate::Nanoseconds;

/// Locks and unlocks a mutex.
///
/// # Errors
///
/// Never.
pub fn mutex(locks: usize) -> Probe {
    let mutex = Mutex::new(0_usize);
    Ok(Box::new(move || {
        let start = Instant::now();
        for _ in 0..locks {
            // The guard unlocks it at once.
            if let Ok(mut count) = black_box(&mutex).lock() {
                *count += 1;
            }
        }
        Ok(Nanoseconds::each(start.elapsed(), locks))
    }))
}
