//! Tasks, and functions on other threads.

use std::{
    panic::{self, AssertUnwindSafe},
    pin::Pin,
    rc::Rc,
    task::{Context, Poll},
    thread,
};

use super::{
    current::{Loop, current},
    join,
};
use crate::trace::{What, WokenBy};

pub use super::join::{Join, JoinError, JoinHandle};

/// Starts a task: gives `future` to the loop, which will poll it.
///
/// # Panics
///
/// Outside a running loop.
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
{
    let this = current();
    let task = this.next_task.replace(this.next_task.get() + 1);
    let home = Rc::downgrade(&this);
    let (handle, end) = join::pair(What::Task { task }, home);
    let future = async move { end.finish(Ok(future.await)) };
    this.tasks.borrow_mut().insert(task, Some(Box::pin(future)));
    this.ready.push(task, WokenBy::Start);
    this.recorder.borrow_mut().spawned(task);
    handle
}

/// Runs `function`, which may block, on a thread of its own.
///
/// # Panics
///
/// Outside a running loop, and if the system starts no more
/// threads.
pub fn spawn_blocking<F, T>(function: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let home = Rc::downgrade(&current());
    let (handle, end) = join::pair(What::Thread, home);
    thread::spawn(move || {
        let result =
            panic::catch_unwind(AssertUnwindSafe(function));
        end.finish(result.map_err(|_| JoinError::Panicked));
    });
    handle
}

impl Loop {
    /// Polls a task once, and drops it if that was the last time.
    pub(super) fn poll_task(&self, number: usize) {
        let mut tasks = self.tasks.borrow_mut();
        let place = tasks.get_mut(&number);
        let Some(mut task) = place.and_then(Option::take) else {
            return; // it is done, and was woken once more
        };
        drop(tasks); // since the task may spawn others
        let poll = self.poll(number, task.as_mut());
        let mut tasks = self.tasks.borrow_mut();
        if poll.is_ready() {
            tasks.remove(&number);
        } else if let Some(place) = tasks.get_mut(&number) {
            *place = Some(task);
        }
    }

    /// Polls a future with the waker of task `number`.
    pub(super) fn poll<F: Future + ?Sized>(
        &self,
        number: usize,
        future: Pin<&mut F>,
    ) -> Poll<F::Output> {
        self.waking.set(WokenBy::Task);
        self.recorder.borrow_mut().begin_poll(number);
        let waker = self.ready.waker(number);
        let poll = future.poll(&mut Context::from_waker(&waker));
        self.recorder.borrow_mut().end_poll(poll.is_ready());
        poll
    }
}
