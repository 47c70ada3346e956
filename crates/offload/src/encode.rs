//! Work that computes, and does not wait: encoding images.
//!
//! It blocks its thread as a slow disk does, and so it is handed
//! over, too. But a pool for work that waits has many threads (512
//! in tokio), since each of them sleeps most of the time. Work that
//! computes needs a core: with more of it under way than there are
//! cores nothing is done sooner, and all of it holds its memory.
//! The bound is a semaphore with as many permits as cores; the
//! crate `rayon` is the usual answer where much is computed.

use std::{
    collections::HashSet,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::ThreadId,
};

use flags::Error;

use crate::{
    Image, Saved, Shelf,
    save::{AsyncSave, Save},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
mod picture;
pub mod thread;
pub mod unbounded;
mod ways;
pub mod wrong;

pub use picture::Picture;
pub use ways::{Way, ways};

/// Pictures to be encoded, and what that took.
pub struct Studio {
    pictures: Vec<Picture>,
    count: usize,
    /// Counts the pixels that are in memory.
    pub shelf: Arc<Shelf>,
    /// How many pictures may be worked on at once, where there is
    /// a bound.
    pub at_once: usize,
    threads: Mutex<HashSet<ThreadId>>,
}

impl Studio {
    /// Prepares to encode `pictures`, repeated until there are
    /// `count`, no more than `at_once` at once; their pixels are
    /// counted on `shelf`.
    ///
    /// # Panics
    ///
    /// If there are none.
    pub fn new(
        pictures: Vec<Picture>,
        count: usize,
        at_once: usize,
        shelf: Arc<Shelf>,
    ) -> Arc<Self> {
        assert!(!pictures.is_empty());
        let threads = Mutex::default();
        Arc::new(Self { pictures, count, shelf, at_once, threads })
    }

    /// Returns how many pictures there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Enlarges and encodes a picture, and returns the size of
    /// what that gives, in bytes; this takes a core.
    ///
    /// # Errors
    ///
    /// If the encoder refuses it.
    pub fn encode(&self, number: usize) -> io::Result<usize> {
        let picture = &self.pictures[number % self.pictures.len()];
        let threads = self.threads.lock();
        threads
            .unwrap_or_else(PoisonError::into_inner)
            .insert(std::thread::current().id());
        let _held = self.shelf.hold(picture.large_bytes());
        picture.encode_large().map(|gif| gif.len())
    }

    /// Encodes all pictures here, one after the other.
    ///
    /// # Errors
    ///
    /// If the encoder refuses one.
    pub fn encode_here(&self) -> io::Result<usize> {
        (0..self.count).map(|number| self.encode(number)).sum()
    }

    /// Returns how many threads have worked here.
    pub fn threads(&self) -> usize {
        let threads = self.threads.lock();
        threads.unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// Keeps what is downloaded, as pictures.
#[derive(Clone, Default)]
pub struct Gallery(Arc<Mutex<Vec<Picture>>>);

impl Gallery {
    /// Returns the pictures so far.
    pub fn pictures(&self) -> Vec<Picture> {
        self.lock().clone()
    }

    fn add(&self, image: &Image) -> Saved {
        let picture = Picture::decode(&image.bytes);
        let picture = picture.map_err(|_| Error::NotAFlag)?;
        self.lock().push(picture);
        Ok(image.bytes.len())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Picture>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Save for Gallery {
    fn save(&self, image: Image) -> Saved {
        self.add(&image)
    }
}

impl AsyncSave for Gallery {
    async fn save(&self, image: Image) -> Saved {
        self.add(&image)
    }
}
