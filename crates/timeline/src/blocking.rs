//! Marks for threads.

use std::fmt::Display;

use tracing::{field, info_span};

use crate::TARGET;

/// Runs `work`, in a lane of its own called `name`: this thread's.
pub fn lane<T>(name: impl Display, work: impl FnOnce() -> T) -> T {
    let span = info_span!(
        target: TARGET,
        "lane",
        %name,
        blocks = true,
        done = field::Empty,
    );
    let result = span.in_scope(work);
    span.record("done", true);
    result
}

/// Runs `work`, which makes this thread wait for `what`, and all
/// lanes that it runs.
pub fn wait<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let blocks = true;
    info_span!(target: TARGET, "wait", what, blocks).in_scope(work)
}
