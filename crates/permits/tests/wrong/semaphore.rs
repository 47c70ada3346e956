//! Permits, counted under a lock, and a signal for those who wait.

use std::{
    mem,
    sync::{Arc, PoisonError},
};

use crate::sync::{Condvar, Mutex, MutexGuard};

/// Hands out a number of permits, and no more.
///
/// ```
/// use permits::Semaphore;
///
/// let semaphore = Semaphore::new(2);
/// let permit = semaphore.acquire().expect("it is open");
/// assert_eq!(semaphore.available_permits(), 1);
/// drop(permit);
/// assert_eq!(semaphore.available_permits(), 2);
/// ```
///
/// # Source
///
/// E. W. Dijkstra, *Over seinpalen* (EWD 74, about 1962); with a
/// lock and a condition variable, as C. A. R. Hoare showed in
/// *Monitors* (1974).
#[derive(Debug)]
pub struct Semaphore {
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Debug)]
struct State {
    permits: usize,
    /// How many threads wait for a permit, with those that were
    /// woken and have not yet come to look.
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
    /// ```
    /// use permits::Semaphore;
    /// use std::{sync::Arc, thread};
    ///
    /// let semaphore = Arc::new(Semaphore::new(1));
    /// let permit = semaphore.clone().acquire_owned();
    /// let permit = permit.expect("it is open");
    /// let unit = thread::spawn(move || {
    ///     // Work, and then:
    ///     drop(permit);
    /// });
    /// let permit = semaphore.acquire(); // when the unit is done
    /// assert!(permit.is_ok());
    /// # unit.join().unwrap();
    /// ```
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
    /// ```
    /// use permits::{Semaphore, TryAcquireError};
    ///
    /// let semaphore = Semaphore::new(1);
    /// let permit = semaphore.try_acquire();
    /// assert!(permit.is_ok());
    /// let none = semaphore.try_acquire().err();
    /// assert_eq!(none, Some(TryAcquireError::NoPermits));
    /// ```
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
    ///
    /// # Panics
    ///
    /// If there would be more than a `usize` can count.
    pub fn add_permits(&self, permits: usize) {
        let mut state = self.lock();
        let sum = state.permits.checked_add(permits);
        state.permits = sum.expect("too many permits");
        // A signal is a call into the system: none if nobody waits,
        // and no more of them than there are permits to be had.
        for _ in 0..permits.min(state.waiting) {
            self.freed.notify_one();
        }
    }

    /// Returns how many permits nobody holds.
    pub fn available_permits(&self) -> usize {
        self.lock().permits
    }

    /// Returns how many threads wait for a permit, which tokio's
    /// does not tell.
    pub fn waiting(&self) -> usize {
        self.lock().waiting
    }

    /// Hands out no more permits, and wakes all who wait for one.
    /// Permits that are held stay valid.
    ///
    /// ```
    /// use permits::{AcquireError, Semaphore};
    ///
    /// let semaphore = Semaphore::new(0);
    /// semaphore.close();
    /// assert_eq!(semaphore.acquire().err(), Some(AcquireError));
    /// ```
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
        if state.permits == 0 && !state.closed {
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

    /// Locks the state. Whatever panics while it is locked has
    /// changed nothing yet, so that poison would mean nothing.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Permit<'_> {
    /// Uses the permit up: it does not come back.
    pub fn forget(self) {
        mem::forget(self);
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.add_permits(1);
    }
}

impl Drop for OwnedPermit {
    fn drop(&mut self) {
        self.0.add_permits(1);
    }
}
