//! Images in memory, and how many there are.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use flags::Code;

/// An image between its download and the disk.
pub struct Image {
    /// Whose flag it is.
    pub code: Code,
    /// What is to be written.
    pub bytes: Vec<u8>,
    _held: Held,
}

/// Counts what is held in memory.
pub struct Shelf {
    holding: Mutex<Holding>,
    on_hold: Box<dyn Fn(usize) + Send + Sync>,
}

/// What a shelf holds, and has held.
#[derive(Clone, Debug, Default)]
pub struct Holding {
    /// How many things it holds.
    pub count: usize,
    /// How many bytes these are.
    pub size_bytes: usize,
    /// How many things it held at once, at the most.
    pub peak_count: usize,
    /// How many bytes it held at once, at the most.
    pub peak_bytes: usize,
    /// How long each thing was held that is gone.
    pub times: Vec<Duration>,
}

/// Something on a shelf, until it is dropped.
pub struct Held {
    shelf: Arc<Shelf>,
    size_bytes: usize,
    since: Instant,
}

impl Shelf {
    /// Makes an empty one.
    pub fn new() -> Arc<Self> {
        Self::calling(|_| ())
    }

    /// Makes one that calls `on_hold` with how many things there
    /// are, whenever there is one more.
    pub fn calling(
        on_hold: impl Fn(usize) + Send + Sync + 'static,
    ) -> Arc<Self> {
        let holding = Mutex::default();
        Arc::new(Self { holding, on_hold: Box::new(on_hold) })
    }

    /// Counts `size_bytes` until what it returns is dropped.
    pub fn hold(self: &Arc<Self>, size_bytes: usize) -> Held {
        let mut holding = self.lock();
        holding.count += 1;
        holding.size_bytes += size_bytes;
        holding.peak_count = holding.peak_count.max(holding.count);
        holding.peak_bytes =
            holding.peak_bytes.max(holding.size_bytes);
        let count = holding.count;
        drop(holding);
        (self.on_hold)(count);
        let (shelf, since) = (self.clone(), Instant::now());
        Held { shelf, size_bytes, since }
    }

    /// Puts the flag of `code` on the shelf, until it is dropped.
    pub fn image(
        self: &Arc<Self>,
        code: Code,
        bytes: Vec<u8>,
    ) -> Image {
        let _held = self.hold(bytes.len());
        Image { code, bytes, _held }
    }

    /// Returns what it holds and has held.
    pub fn holding(&self) -> Holding {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Holding> {
        self.holding.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut holding = self.shelf.lock();
        holding.count -= 1;
        holding.size_bytes -= self.size_bytes;
        holding.times.push(self.since.elapsed());
    }
}
