//! Permits, counted under a lock, and a signal for those who wait.

use std::sync::{Arc, PoisonError};

use crate::sync::{Condvar, Mutex, MutexGuard};

/// Hands out a number of permits, and no more.
#[derive(Debug)]
pub struct Semaphore {
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Debug)]
struct State {
    permits: usize,
    /// How many threads wait for a permit.
    waiting: usize,
    closed: bool,
}

/// The semaphore is closed: it hands out no more permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("semaphore closed")]
pub struct AcquireError;

/// There is no permit to be had now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TryAcquireError {
    /// All are taken.
    #[error("no permits available")]
    NoPermits,
    /// The semaphore hands out no more.
    #[error("semaphore closed")]
    Closed,
}

/// A permit that goes back when it is dropped.
#[derive(Debug)]
#[must_use = "a permit that is not kept goes back at once"]
pub struct Permit<'semaphore>(&'semaphore Semaphore);

/// A permit that can be given to another thread, and goes back
/// when it is dropped.
#[derive(Debug)]
#[must_use = "a permit that is not kept goes back at once"]
pub struct OwnedPermit(Arc<Semaphore>);

impl Semaphore {
    /// Makes a semaphore of so many permits.
    pub fn new(permits: usize) -> Self {
        let state = State { permits, waiting: 0, closed: false };
        Self { state: Mutex::new(state), freed: Condvar::new() }
    }

    /// Takes a permit; while there is none, this thread waits.
    ///
    /// # Errors
    ///
    /// If the semaphore is closed, or is closed meanwhile.
    pub fn acquire(&self) -> Result<Permit<'_>, AcquireError> {
        self.take().map(|()| Permit(self))
    }

    /// Takes a permit that can be given to another thread; while
    /// there is none, this thread waits.
    ///
    /// # Errors
    ///
    /// If the semaphore is closed, or is closed meanwhile.
    pub fn acquire_owned(
        self: Arc<Self>,
    ) -> Result<OwnedPermit, AcquireError> {
        self.take().map(|()| OwnedPermit(self))
    }

    /// Takes a permit if there is one now.
    ///
    /// # Errors
    ///
    /// If there is none, or the semaphore is closed.
    pub fn try_acquire(
        &self,
    ) -> Result<Permit<'_>, TryAcquireError> {
        let mut state = self.lock();
        if state.closed {
            return Err(TryAcquireError::Closed);
        }
        if state.permits == 0 {
            return Err(TryAcquireError::NoPermits);
        }
        state.permits -= 1;
        Ok(Permit(self))
    }

    /// Adds permits to those that there are.
    pub fn add_permits(&self, permits: usize) {
        for _ in 0..permits {
            self.give();
        }
    }

    /// Returns how many permits nobody holds.
    pub fn available_permits(&self) -> usize {
        self.lock().permits
    }

    /// Hands out no more permits, and wakes all who wait for one.
    /// Permits that are held stay valid.
    pub fn close(&self) {
        self.lock().closed = true;
        self.freed.notify_all();
    }

    /// Tells whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.lock().closed
    }

    fn take(&self) -> Result<(), AcquireError> {
        let mut state = self.lock();
        // A loop: somebody else may have come by and taken the
        // permit for which this thread was woken.
        while state.permits == 0 && !state.closed {
            state.waiting += 1;
            let woken = self.freed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
            state.waiting -= 1;
        }
        if state.closed {
            return Err(AcquireError);
        }
        state.permits -= 1;
        Ok(())
    }

    fn give(&self) {
        let mut state = self.lock();
        state.permits += 1;
        // A signal is a call into the system: none if nobody waits.
        if state.waiting > 0 {
            self.freed.notify_one();
        }
    }

    /// Locks the state. Nothing panics while it is locked, so that
    /// it is sound even if the lock is poisoned.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.give();
    }
}

impl Drop for OwnedPermit {
    fn drop(&mut self) {
        self.0.give();
    }
}
