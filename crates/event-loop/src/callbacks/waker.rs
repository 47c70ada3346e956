//! From callbacks to futures: a waker is a stored callback, "poll
//! this task again". These few lines run a future on a loop that
//! knows callbacks only.

use std::{
    future::poll_fn,
    io::Result,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    time::{Duration, Instant},
};

use super::{event_loop::Callbacks, remote::Remote};

/// A future, and the loop that is asked to call it back.
struct Task {
    future: Mutex<Pin<Box<dyn Future<Output = ()> + Send>>>,
    remote: Remote,
    polls: AtomicUsize,
    show: fn(&str),
}

impl Wake for Task {
    /// The callback that a waker is.
    fn wake(self: Arc<Self>) {
        (self.show)(
            "wake:   the callback \"poll this task again\"",
        );
        let remote = self.remote.clone();
        remote.call(move |_| self.poll());
    }
}

impl Task {
    fn poll(self: Arc<Self>) {
        let waker = Waker::from(self.clone());
        let cx = &mut Context::from_waker(&waker);
        let future = self.future.lock();
        // A future that panicked is polled no more.
        let mut future =
            future.unwrap_or_else(PoisonError::into_inner);
        let count = self.polls.fetch_add(1, Ordering::Relaxed) + 1;
        let end = match future.as_mut().poll(cx) {
            Poll::Pending => "pending; the loop keeps its waker",
            Poll::Ready(()) => "ready",
        };
        (self.show)(&format!("poll {count}: {end}"));
    }
}

/// Returns a future that is ready after `delay`. Until then a
/// callback waits in the loop: call the waker.
fn sleep(
    remote: Remote,
    delay: Duration,
) -> impl Future<Output = ()> + Send {
    let due = Instant::now() + delay;
    poll_fn(move |cx| {
        let left = due.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Poll::Ready(());
        }
        let waker = cx.waker().clone();
        remote.call(move |callbacks| {
            callbacks.after(left, move |_| waker.wake());
        });
        Poll::Pending
    })
}

/// Runs a future that sleeps for `delay` on a loop of callbacks,
/// tells `show` each step, and returns the number of polls.
///
/// # Errors
///
/// If the system has no selector left to give.
pub fn run(delay: Duration, show: fn(&str)) -> Result<usize> {
    let callbacks = Callbacks::new()?;
    let remote = callbacks.remote();
    let future = Box::pin(sleep(remote.clone(), delay));
    let task = Arc::new(Task {
        future: Mutex::new(future),
        remote,
        polls: AtomicUsize::new(0),
        show,
    });
    task.clone().poll();
    callbacks.run()?;
    Ok(task.polls.load(Ordering::Relaxed))
}
