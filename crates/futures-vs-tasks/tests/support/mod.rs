//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code)]

use std::{sync::mpsc, thread, time::Duration};

use futures_vs_tasks::{Table, runtime};

/// No test waits longer than this for anything.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);

/// A time limit that is meant to be over.
pub(crate) const SHORT: Duration = Duration::from_millis(10);

/// Returns what `work` returns.
///
/// # Panics
///
/// If that takes longer than the deadline, or `work` panics.
pub(crate) fn in_time<T: Send + 'static>(
    what: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> T {
    let (sender, end) = mpsc::channel();
    thread::spawn(move || sender.send(work()).ok());
    end.recv_timeout(DEADLINE)
        .unwrap_or_else(|end| panic!("{what}: {end}"))
}

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
