//! The result of a task, or of a function on another thread.

use std::{
    io,
    panic::Location,
    pin::Pin,
    rc::Weak,
    task::{Context, Poll},
};

use super::{
    current::Loop,
    slot::{self, End},
};
use crate::trace::What;

/// There is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JoinError {
    /// The task was aborted.
    #[error("the task was aborted")]
    Aborted,
    /// The function panicked.
    #[error("the function panicked")]
    Panicked,
}

impl From<JoinError> for io::Error {
    fn from(error: JoinError) -> Self {
        Self::other(error)
    }
}

/// The side that wants the result; `.await` it.
pub struct JoinHandle<T> {
    end: End<T>,
    what: What,
    home: Weak<Loop>,
}

/// Returns the handle of `what`, and where its result goes.
pub(crate) fn pair<T>(
    what: What,
    home: Weak<Loop>,
) -> (JoinHandle<T>, End<T>) {
    let (end, other) = slot::ends();
    (JoinHandle { end, what, home }, other)
}

impl<T> JoinHandle<T> {
    /// Drops the task where it waits. What runs on another thread
    /// goes on.
    pub fn abort(&self) {
        let What::Task { task } = self.what else { return };
        let Some(home) = self.home.upgrade() else { return };
        let task = home.tasks.borrow_mut().remove(&task);
        if task.is_some() {
            self.end.finish(Err(JoinError::Aborted));
        }
    }
}

/// The future of a result.
pub struct Join<T> {
    handle: JoinHandle<T>,
    place: &'static Location<'static>,
}

impl<T> IntoFuture for JoinHandle<T> {
    type Output = Result<T, JoinError>;
    type IntoFuture = Join<T>;

    /// Notes where the `.await` stands.
    #[track_caller]
    fn into_future(self) -> Join<T> {
        Join { handle: self, place: Location::caller() }
    }
}

impl<T> Future for Join<T> {
    type Output = Result<T, JoinError>;

    fn poll(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Self::Output> {
        let JoinHandle { end, what, home } = &self.handle;
        let poll = end.poll(cx);
        if let (Poll::Pending, Some(home)) = (&poll, home.upgrade())
        {
            home.waits_for(*what, self.place);
        }
        poll
    }
}
