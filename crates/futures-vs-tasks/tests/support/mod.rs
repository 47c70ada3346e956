//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::time::Duration;

use futures_vs_tasks::{Table, runtime};
pub(crate) use testing::{DEADLINE, in_time};

/// A time limit that is meant to be over.
pub(crate) const SHORT: Duration = Duration::from_millis(10);

/// Returns what the future that `work` makes returns, on a
/// current-thread runtime.
///
/// # Panics
///
/// If that takes longer than the deadline, or `work` panics.
pub(crate) fn awaited<T: Send + 'static>(
    what: &str,
    work: impl AsyncFnOnce() -> T + Send + 'static,
) -> T {
    in_time(what, move || {
        let runtime = runtime::current_thread();
        runtime.expect("a runtime starts").block_on(work())
    })
}

/// Returns the table that `show` fills.
pub(crate) fn rows(
    what: &str,
    show: impl FnOnce(&mut Table) + Send + 'static,
) -> Table {
    in_time(what, || {
        let mut table = Table::silent();
        show(&mut table);
        table
    })
}

/// Returns the table that the future of `show` fills.
pub(crate) fn awaited_rows(
    what: &str,
    show: impl AsyncFnOnce(&mut Table) + Send + 'static,
) -> Table {
    awaited(what, async move || {
        let mut table = Table::silent();
        show(&mut table).await;
        table
    })
}
