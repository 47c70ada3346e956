//! Encoding on threads, no more at once than there are cores.

use std::thread;

use permits::Semaphore;

use crate::encode::Studio;
use std::{io::Result, sync::Arc};

/// Encodes all pictures of `studio` at once, or as many at once
/// as there is room for; returns the size of all, in bytes.
///
/// # Errors
///
/// If the encoder refuses a picture.
///
/// # Panics
///
/// If the system starts no more threads, or a unit panics.
pub fn encode_many(studio: &Arc<Studio>) -> Result<usize> {
    let cores = Arc::new(Semaphore::new(studio.at_once));
    let mut units = Vec::new();
    for number in 0..studio.count() {
        let (studio, cores) = (studio.clone(), cores.clone());
        let permit = cores.acquire_owned(); // this thread waits
        let permit = permit.expect("it is never closed");
        units.push(thread::spawn(move || {
            let size = studio.encode(number);
            drop(permit);
            size
        }));
    }
    let mut size_bytes = 0;
    for unit in units {
        let end = unit.join(); // this thread waits
        size_bytes += end.expect("the encoding panicked")?;
    }
    Ok(size_bytes)
}
