//! Encoding on the pool, all at once.

use tokio::task;

use tokio::sync::Semaphore;

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
/// Outside a runtime, or if a unit panics.
pub async fn encode_many(studio: &Arc<Studio>) -> Result<usize> {
    let cores = Arc::new(Semaphore::new(studio.count()));
    let mut units = Vec::new();
    for number in 0..studio.count() {
        let (studio, cores) = (studio.clone(), cores.clone());
        let permit = cores.acquire_owned().await; // others run
        let permit = permit.expect("it is never closed");
        units.push(task::spawn_blocking(move || {
            let size = studio.encode(number);
            drop(permit);
            size
        }));
    }
    let mut size_bytes = 0;
    for unit in units {
        let end = unit.await; // other tasks run
        size_bytes += end.expect("the encoding panicked")?;
    }
    Ok(size_bytes)
}
