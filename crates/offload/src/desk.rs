//! What lies between the network and the disk.

use std::sync::Arc;

use crate::{Disk, Shelf};

/// What lies between the network and the disk.
#[derive(Clone)]
pub struct Desk {
    /// Counts the images that are in memory.
    pub shelf: Arc<Shelf>,
    /// Where they are written.
    pub disk: Arc<Disk>,
    /// How many may wait for that, where there is a bound.
    pub room: usize,
}
