//! Callbacks that other threads hand to the loop.

use std::{
    panic::{self, AssertUnwindSafe},
    sync::{Arc, mpsc},
    thread,
};

use mio::Waker;

use super::event_loop::Callbacks;

/// What the loop is to call.
pub(crate) type Callback = Box<dyn FnOnce(&Callbacks) + Send>;

/// Hands callbacks to a loop, from any thread.
#[derive(Clone)]
pub struct Remote {
    calls: mpsc::Sender<Callback>,
    alarm: Arc<Waker>,
}

impl Remote {
    pub(crate) fn new(
        calls: mpsc::Sender<Callback>,
        alarm: Arc<Waker>,
    ) -> Self {
        Self { calls, alarm }
    }

    /// Lets the loop call `callback` soon, and wakes it.
    pub fn call(
        &self,
        callback: impl FnOnce(&Callbacks) + Send + 'static,
    ) {
        // Both fail only when the loop is gone.
        self.calls.send(Box::new(callback)).ok();
        self.alarm.wake().ok();
    }
}

impl Callbacks {
    /// Calls `callback` with what `work` returns, on a thread of
    /// its own.
    pub fn on_result<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
        callback: impl FnOnce(T) + Send + 'static,
    ) {
        let remote = self.remote();
        self.threads.update(|count| count + 1);
        thread::spawn(move || {
            let work = AssertUnwindSafe(work);
            let result = panic::catch_unwind(work);
            remote.call(move |this| {
                this.threads.update(|count| count - 1);
                match result {
                    Ok(result) => callback(result),
                    Err(panic) => panic::resume_unwind(panic),
                }
            });
        });
    }
}
