//! The place that a result goes through.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
};

use super::join::JoinError;

/// A result, once it is there.
pub(crate) type JoinResult<T> = Result<T, JoinError>;

/// The result, and the waker of who waits for it.
struct Slot<T> {
    result: Option<JoinResult<T>>,
    waker: Option<Waker>,
}

/// One of the two sides that share a slot.
pub(crate) struct End<T>(Arc<Mutex<Slot<T>>>);

/// Returns both sides of an empty slot.
pub(crate) fn ends<T>() -> (End<T>, End<T>) {
    let slot = Slot { result: None, waker: None };
    let slot = Arc::new(Mutex::new(slot));
    (End(slot.clone()), End(slot))
}

impl<T> End<T> {
    /// Puts the result in, and wakes who waits for it.
    pub(crate) fn finish(&self, result: JoinResult<T>) {
        let mut slot = self.lock();
        slot.result = Some(result);
        let waker = slot.waker.take();
        drop(slot); // the waker is not ours: who knows what it does
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Takes the result out, or leaves a waker in its place.
    pub(crate) fn poll(
        &self,
        cx: &Context<'_>,
    ) -> Poll<JoinResult<T>> {
        let mut slot = self.lock();
        match slot.result.take() {
            Some(result) => Poll::Ready(result),
            None => {
                slot.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Slot<T>> {
        // No code that could panic runs while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
