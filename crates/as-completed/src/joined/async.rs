//! Many futures, joined.

use futures_util::future;
use std::{sync::Arc, time::Instant};

use super::{Gauge, Joined, peak};
use crate::buffered::r#async::downloads;
use flags::{Job, server::Embedded};

/// Does all of `work` at once, and returns the results in order.
///
/// # Panics
///
/// If one of them panics.
pub async fn join_all<T>(
    work: impl Iterator<Item = impl Future<Output = T>>,
) -> Vec<T> {
    let units: Vec<_> = work.collect();
    let ends = future::join_all(units);
    ends.await // one task runs them all
}

/// Computes `count` times at once.
///
/// # Panics
///
/// If one of them panics.
pub async fn computing(count: usize, gauge: &Gauge) {
    let unit = |_| {
        let gauge = gauge.clone();
        async move { gauge.compute() }
    };
    join_all((0..count).map(unit)).await;
}

/// Joins downloads, and then jobs that compute.
///
/// # Panics
///
/// Outside a runtime.
pub async fn all(
    job: &Arc<Job>,
    server: Option<&dyn Embedded>,
) -> ([Joined; 2], Gauge) {
    let (count, began) = (job.count(), Instant::now());
    join_all(downloads(job)).await;
    let waited = Joined::end("waited", count, began, peak(server));
    let (gauge, began) = (Gauge::default(), Instant::now());
    computing(count, &gauge).await;
    let most = Some(gauge.most());
    let computed = Joined::end("computed", count, began, most);
    ([waited, computed], gauge)
}
