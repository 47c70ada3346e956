//! How units tell that they wait.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

/// Tells once, by dropping a sender: when all have, whoever
/// receives hears that the channel is closed. Counts them.
#[derive(Clone, Debug)]
pub(crate) struct Tell<S> {
    told: Arc<AtomicUsize>,
    sender: S,
}

impl<S> Tell<S> {
    /// Makes one that counts in `told`.
    pub(crate) fn new(told: Arc<AtomicUsize>, sender: S) -> Self {
        Self { told, sender }
    }

    /// Tells.
    pub(crate) fn tell(self) {
        self.told.fetch_add(1, SeqCst);
        drop(self.sender);
    }
}
