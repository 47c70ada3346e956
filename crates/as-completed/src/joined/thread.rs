//! Many threads, joined.

use std::thread;
use std::{sync::Arc, time::Instant};

use super::{Gauge, Joined, peak};
use crate::buffered::thread::downloads;
use flags::{Job, server::Embedded};

/// Does all of `work` at once, and returns the results in order.
///
/// # Panics
///
/// If the system starts no more threads, or one panics.
pub fn join_all<T: Send + 'static>(
    work: impl Iterator<Item = impl FnOnce() -> T + Send + 'static>,
) -> Vec<T> {
    let units: Vec<_> = work.map(thread::spawn).collect();
    let ends = units.into_iter().map(|it| it.join().unwrap());
    ends.collect() // this thread waits, they all run
}

/// Computes `count` times at once.
///
/// # Panics
///
/// If the system starts no more threads, or one panics.
pub fn computing(count: usize, gauge: &Gauge) {
    let unit = |_| {
        let gauge = gauge.clone();
        move || gauge.compute()
    };
    join_all((0..count).map(unit));
}

/// Joins downloads, and then jobs that compute.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn all(
    job: &Arc<Job>,
    server: Option<&dyn Embedded>,
) -> ([Joined; 2], Gauge) {
    let (count, began) = (job.count(), Instant::now());
    join_all(downloads(job));
    let waited = Joined::end("waited", count, began, peak(server));
    let (gauge, began) = (Gauge::default(), Instant::now());
    computing(count, &gauge);
    let most = Some(gauge.most());
    let computed = Joined::end("computed", count, began, most);
    ([waited, computed], gauge)
}
