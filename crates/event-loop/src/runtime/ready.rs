//! The ready queue, and the wakers that fill it.

use std::{
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Wake, Waker},
    thread::{self, ThreadId},
};

use super::current::try_current;
use crate::trace::{Ready, WokenBy};

/// The tasks that are to be polled; any thread may add one.
pub(crate) struct ReadyQueue {
    queue: Mutex<Vec<Ready>>,
    /// Wakes the loop's thread out of the system's sleep.
    alarm: mio::Waker,
    home: ThreadId,
}

impl ReadyQueue {
    /// Returns an empty queue for the loop on this thread.
    pub(crate) fn new(alarm: mio::Waker) -> Self {
        let home = thread::current().id();
        Self { queue: Mutex::default(), alarm, home }
    }

    /// Adds `task`, unless it is there already: a task that is
    /// woken twice needs to be polled once.
    pub(crate) fn push(&self, task: usize, woken_by: WokenBy) {
        let mut queue = self.lock();
        if queue.iter().all(|it| it.task != task) {
            queue.push(Ready { task, woken_by });
        }
    }

    /// Empties the queue.
    pub(crate) fn take(&self) -> Vec<Ready> {
        mem::take(&mut self.lock())
    }

    /// Tells whether nobody is ready.
    pub(crate) fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// Returns the waker that a poll of `task` is given.
    pub(crate) fn waker(self: &Arc<Self>, task: usize) -> Waker {
        let ready = self.clone();
        Waker::from(Arc::new(TaskWaker { task, ready }))
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Ready>> {
        // A list of numbers is whole even after a panic.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// "Poll this task again."
struct TaskWaker {
    task: usize,
    ready: Arc<ReadyQueue>,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        let Self { task, ready } = &*self;
        if thread::current().id() == ready.home {
            // The loop is awake: it is what runs here.
            let this = try_current();
            let waking = this.map(|it| it.waking.get());
            ready.push(*task, waking.unwrap_or(WokenBy::Start));
        } else {
            ready.push(*task, WokenBy::Thread);
            // It can fail only when the loop is gone.
            ready.alarm.wake().ok();
        }
    }
}
