//! The result of a thread's work that is not there yet.
//!
//! The standard library has no such thing; Python calls it
//! `concurrent.futures.Future`. Nothing here is async: who wants
//! the result blocks.

use std::{
    mem,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, PoisonError},
    time::{Duration, Instant},
};

use crate::sync::{Condvar, Mutex, MutexGuard};

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The time limit was over before the work.
    #[error("deadline has elapsed")]
    Elapsed,
    /// The work panicked, with this message.
    #[error("panicked with message {0:?}")]
    Panicked(String),
    /// Who should have sent the result is gone.
    #[error("channel closed")]
    Closed,
}

/// How the work ended.
pub type Outcome<T> = Result<T, Error>;

type Callback<T> = Box<dyn FnOnce(&Outcome<T>) + Send>;

/// The result of work that a thread does, now or later.
#[must_use = "it is how to hear of an error"]
pub struct ThreadFuture<T>(Arc<Shared<T>>);

/// The end at which the result comes in.
pub struct Sender<T>(Option<Arc<Shared<T>>>);

struct Shared<T> {
    state: Mutex<State<T>>,
    done: Condvar,
}

enum State<T> {
    Pending(Vec<Callback<T>>),
    Done(Arc<Outcome<T>>),
}

/// Makes a result that is not there yet, and the end at which it
/// comes in; tokio's twin is `oneshot::channel`.
pub fn channel<T>() -> (Sender<T>, ThreadFuture<T>) {
    let state = Mutex::new(State::Pending(Vec::new()));
    let shared = Arc::new(Shared { state, done: Condvar::new() });
    (Sender(Some(shared.clone())), ThreadFuture(shared))
}

impl<T> ThreadFuture<T> {
    /// Tells whether the result is there.
    pub fn is_done(&self) -> bool {
        matches!(*self.0.lock(), State::Done(_))
    }

    /// Blocks this thread until the result is there, or `timeout`
    /// is over, and returns it. It may be asked for again.
    ///
    /// # Errors
    ///
    /// If the time is over, if the work panicked, or if nobody is
    /// left who could send the result.
    pub fn result(&self, timeout: Option<Duration>) -> Outcome<T>
    where
        T: Clone,
    {
        let start = Instant::now();
        let mut state = self.0.lock();
        loop {
            if let State::Done(outcome) = &*state {
                return (**outcome).clone();
            }
            let Some(timeout) = timeout else {
                let woken = self.0.done.wait(state);
                state =
                    woken.unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let left = timeout.saturating_sub(start.elapsed());
            if left.is_zero() {
                return Err(Error::Elapsed);
            }
            let woken = self.0.done.wait_timeout(state, left);
            state = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Calls `callback` with the result: at once, on this thread,
    /// if it is there; else on the thread that brings it.
    pub fn add_done_callback(
        &self,
        callback: impl FnOnce(&Outcome<T>) + Send + 'static,
    ) {
        let outcome = match &mut *self.0.lock() {
            State::Pending(callbacks) => {
                callbacks.push(Box::new(callback));
                return;
            }
            State::Done(outcome) => outcome.clone(),
        };
        callback(&outcome); // without the lock: it may ask us
    }
}

impl<T> Sender<T> {
    /// Sends the result: wakes all who wait for it, then calls the
    /// callbacks, in their order.
    pub fn send(mut self, outcome: Outcome<T>) {
        if let Some(shared) = self.0.take() {
            shared.send(outcome);
        }
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        if let Some(shared) = self.0.take() {
            shared.send(Err(Error::Closed));
        }
    }
}

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn send(&self, outcome: Outcome<T>) {
        let outcome = Arc::new(outcome);
        let done = State::Done(outcome.clone());
        let before = mem::replace(&mut *self.lock(), done);
        self.done.notify_one();
        if let State::Pending(callbacks) = before {
            for callback in callbacks {
                // A callback that panics is its own affair; the
                // panic hook has told of it.
                let call = || callback(&outcome);
                panic::catch_unwind(AssertUnwindSafe(call)).ok();
            }
        }
    }
}
