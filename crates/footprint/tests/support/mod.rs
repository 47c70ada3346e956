//! What the tests of this crate share.

pub(crate) use testing::in_time;
use tokio::runtime::Builder;

/// Returns what `work` returns, on a current-thread runtime.
pub(crate) fn awaited<T>(work: impl Future<Output = T>) -> T {
    let runtime = Builder::new_current_thread().enable_io().build();
    runtime.expect("a runtime starts").block_on(work)
}
