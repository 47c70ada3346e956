//! Waiting for a point in time.

use std::{
    panic::Location,
    pin::Pin,
    sync::atomic::{AtomicUsize, Ordering},
    task::{Context, Poll},
    time::{Duration, Instant},
};

use super::current::{current, try_current};
use crate::trace::{What, micros};

/// Stands for "never", where a duration is too long to add.
const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 3600);

/// A future that is ready once its time has come.
#[derive(Debug)]
pub struct Sleep {
    due: Instant,
    /// Tells its timer from those of the same time.
    number: usize,
    place: &'static Location<'static>,
}

/// Returns a future that is ready after `duration`.
#[track_caller]
pub fn sleep(duration: Duration) -> Sleep {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let now = Instant::now();
    let due = now.checked_add(duration).unwrap_or(now + FAR);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    Sleep { due, number, place: Location::caller() }
}

impl Future for Sleep {
    type Output = ();

    /// # Panics
    ///
    /// Outside a running loop.
    fn poll(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<()> {
        let now = Instant::now();
        if self.due <= now {
            return Poll::Ready(());
        }
        let this = current();
        let left_us = micros(self.due - now);
        let what = What::Timer { left_us };
        let task = this.waits_for(what, self.place);
        let mut timers = this.timers.borrow_mut();
        let waker = cx.waker().clone();
        timers.set(self.number, self.due, task, waker);
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(this) = try_current() {
            this.timers.borrow_mut().remove(self.number);
        }
    }
}
