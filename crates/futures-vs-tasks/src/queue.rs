//! A queue between threads: a lock, and a signal.

use std::{collections::VecDeque, sync::PoisonError};

use crate::sync::{Condvar, Mutex, MutexGuard};

/// A queue from which several threads take what others put in,
/// under the names of tokio's channels.
///
/// It has no bound: who hands in work does not wait for those who
/// do it. Neither does `spawn_blocking`, whose queue has none.
#[derive(Debug)]
pub struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

#[derive(Debug)]
struct State<T> {
    items: VecDeque<T>,
    closed: bool,
}

impl<T> Queue<T> {
    /// Makes an empty queue.
    pub fn new() -> Self {
        let state = State { items: VecDeque::new(), closed: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// Puts `item` at the end.
    ///
    /// # Errors
    ///
    /// Gives `item` back if the queue is closed.
    pub fn send(&self, item: T) -> Result<(), T> {
        let mut state = self.lock();
        if state.closed {
            return Err(item);
        }
        state.items.push_back(item);
        drop(state);
        self.changed.notify_one();
        Ok(())
    }

    /// Takes the first item; waits for one if there is none.
    /// Returns nothing once the queue is closed and empty.
    pub fn recv(&self) -> Option<T> {
        let mut state = self.lock();
        while state.items.is_empty() && !state.closed {
            // A loop, since to be woken is no promise: somebody
            // else may have taken the item meanwhile.
            let woken = self.changed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
        state.items.pop_front()
    }

    /// Closes the queue: it takes no more items, and what is in it
    /// may still be taken.
    pub fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    /// Locks the state. Nothing that holds the lock can panic half
    /// way through a change, so poison would mean nothing.
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self::new()
    }
}
