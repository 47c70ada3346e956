//! Marks for tasks, and for other futures.
//!
//! A span is entered with each poll and left at its end. Tracing's
//! own `Instrumented` enters once more when a future is dropped,
//! which looks like one more poll; ours do not.

use std::{
    fmt::Display,
    pin::Pin,
    task::{Context, Poll},
};

use pin_project_lite::pin_project;
use tracing::{Span, field, info_span};

use crate::TARGET;

/// Runs `work` in a lane of its own called `name`: it runs while
/// it is polled, and waits between two polls.
pub fn lane<F: Future>(name: impl Display, work: F) -> Marked<F> {
    let span = info_span!(
        target: TARGET,
        "lane",
        %name,
        blocks = false,
        done = field::Empty,
    );
    Marked { work, span }
}

/// Runs `work`, for which its lane waits under the name `what`,
/// while the thread may run others.
pub fn wait<F: Future>(what: &str, work: F) -> Marked<F> {
    let blocks = false;
    let span = info_span!(target: TARGET, "wait", what, blocks);
    Marked { work, span }
}

pin_project! {
    /// A future in a lane, or one for which a lane waits.
    #[derive(Debug)]
    #[must_use = "futures do nothing unless they are polled"]
    pub struct Marked<F> {
        #[pin]
        work: F,
        span: Span,
    }
}

impl<F: Future> Future for Marked<F> {
    type Output = F::Output;

    fn poll(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<F::Output> {
        let this = self.project();
        let entered = this.span.enter();
        let result = this.work.poll(context);
        drop(entered);
        if result.is_ready() {
            this.span.record("done", true);
            *this.span = Span::none();
        }
        result
    }
}
