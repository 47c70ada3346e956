//! How many units exist.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

/// Counts the units that exist, and how many did at the peak.
#[derive(Clone, Debug, Default)]
pub struct Crowd(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    now: AtomicUsize,
    peak: AtomicUsize,
}

/// A unit that exists, until this is dropped.
#[derive(Debug)]
pub struct Member(Crowd);

impl Crowd {
    /// Counts a unit more.
    pub fn join(&self) -> Member {
        let now = self.0.now.fetch_add(1, SeqCst) + 1;
        self.0.peak.fetch_max(now, SeqCst);
        Member(self.clone())
    }

    /// Returns how many units existed at once, at the most.
    pub fn peak(&self) -> usize {
        self.0.peak.load(SeqCst)
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        self.0.0.now.fetch_sub(1, SeqCst);
    }
}
