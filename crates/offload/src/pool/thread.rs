//! Saving on a pool's thread, while this one waits.

use std::sync::Arc;

use crate::pool::Pool;

use crate::save::Save;
use crate::{Disk, Image, Saved};
use timeline::blocking::{lane, wait};

/// Saves on the threads of a pool.
#[derive(Clone)]
pub struct Pooled {
    disk: Arc<Disk>,
    pool: Arc<Pool>,
}

impl Pooled {
    /// Saves on `disk`, by the threads of `pool`.
    pub fn new(disk: &Arc<Disk>, pool: &Arc<Pool>) -> Self {
        let (disk, pool) = (disk.clone(), pool.clone());
        Self { disk, pool }
    }
}

impl Save for Pooled {
    fn save(&self, image: Image) -> Saved {
        let (disk, size) = (self.disk.clone(), image.bytes.len());
        let write = move || lane(image.code, || disk.write(&image));
        let written = self.pool.spawn_blocking(write);
        let end = wait("write", || written.join()); // both wait
        end.expect("the write panicked").map(|()| size)
    }
}
