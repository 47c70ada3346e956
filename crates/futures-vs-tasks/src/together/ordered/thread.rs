//! Results in the order asked, from a pool of threads.

use std::{thread, time::Duration};

use super::{Log, Named, UNITS, jobs};
use crate::Pool;

/// Does `job`.
fn run(job: Named) -> char {
    thread::sleep(job.length); // this thread waits here
    job.end()
}

/// Does `work` on all `jobs`, as many at once as `pool` allows,
/// and gives each result to `take`, in the order of the jobs.
///
/// # Panics
///
/// If `work` panics.
pub fn map_ordered<J, R>(
    pool: &Pool,
    jobs: Vec<J>,
    work: fn(J) -> R,
    mut take: impl FnMut(R),
) where
    J: Send + 'static,
    R: Clone + Send + Sync + 'static,
{
    let start = |job| pool.submit(move || work(job));
    let units: Vec<_> = jobs.into_iter().map(start).collect();
    for unit in units {
        let end = unit.result(None); // this thread waits here
        take(end.expect("no panic"));
    }
}

/// Does six jobs of which a long one takes as long as `time`, and
/// tells what happened, in order.
pub fn ordered(time: Duration) -> Log {
    let (pool, log) = (Pool::new(UNITS), Log::default());
    let take = |end| log.note(end);
    map_ordered(&pool, jobs(time, &log), run, take);
    log
}
