//! Saving on a pool's thread, for which nobody waits.

use std::sync::Arc;

use tokio::runtime::Handle;

use crate::save::AsyncSave;
use crate::{Disk, Image, Saved};
use timeline::blocking::lane;

/// Saves on the threads of a pool.
#[derive(Clone)]
pub struct Pooled {
    disk: Arc<Disk>,
    pool: Handle,
}

impl Pooled {
    /// Saves on `disk`, by the threads of `pool`.
    pub fn new(disk: &Arc<Disk>, pool: &Handle) -> Self {
        let (disk, pool) = (disk.clone(), pool.clone());
        Self { disk, pool }
    }
}

impl AsyncSave for Pooled {
    async fn save(&self, image: Image) -> Saved {
        let (disk, size) = (self.disk.clone(), image.bytes.len());
        let write = move || lane(image.code, || disk.write(&image));
        let written = self.pool.spawn_blocking(write);
        drop(written); // nobody waits, and no error is heard of
        Ok(size)
    }
}
