//! An executor of a few lines: it polls a future by hand, so that
//! one can stop at each of its awaits.

use std::{
    pin::Pin,
    task::{Context, Poll, Waker},
    time::Duration,
};

use tokio_util::sync::CancellationToken;

use super::{End, RECORDS};
use crate::{Audit, Job};

/// Polls `future` at most `polls` times; returns its output, if it
/// completes.
///
/// Its waker does nothing: the future is polled again whether it
/// is ready or not.
pub fn poll_times<F: Future>(
    mut future: Pin<&mut F>,
    polls: usize,
) -> Option<F::Output> {
    let mut context = Context::from_waker(Waker::noop());
    (0..polls).find_map(|_| {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => Some(output),
            Poll::Pending => None,
        }
    })
}

/// Polls `copy` `polls` times, or until it completes; then
/// cancels its token, polls it once more, so that it hears of
/// that, and says where the records are.
pub fn cancel_after(
    polls: usize,
    copy: impl AsyncFnOnce(&Job, &CancellationToken) -> End,
) -> Audit {
    let job = Job::new(RECORDS, Duration::ZERO, Box::new(|_| {}));
    let stop = CancellationToken::new();
    let mut unit = Box::pin(copy(&job, &stop));
    if poll_times(unit.as_mut(), polls).is_none() {
        stop.cancel();
        poll_times(unit.as_mut(), 1);
    }
    drop(unit);
    job.audit()
}
