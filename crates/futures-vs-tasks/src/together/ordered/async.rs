//! Results in the order asked, from tasks with permits.

use tokio::time::{self, Duration};

use super::{Log, Named, UNITS, jobs};
use crate::TaskPool;

/// Does `job`.
async fn run(job: Named) -> char {
    time::sleep(job.length).await; // other tasks run meanwhile
    job.end()
}

/// Does `work` on all `jobs`, as many at once as `pool` allows,
/// and gives each result to `take`, in the order of the jobs.
///
/// # Panics
///
/// If `work` panics.
pub async fn map_ordered<J, R>(
    pool: &TaskPool,
    jobs: Vec<J>,
    work: fn(J) -> R,
    mut take: impl FnMut(R::Output),
) where
    J: Send + 'static,
    R: Future<Output: Send> + Send + 'static,
{
    let start = |job| pool.submit(work(job));
    let units: Vec<_> = jobs.into_iter().map(start).collect();
    for unit in units {
        let end = unit.await; // other tasks run meanwhile
        take(end.expect("no panic"));
    }
}

/// Does six jobs of which a long one takes as long as `time`, and
/// tells what happened, in order.
pub async fn ordered(time: Duration) -> Log {
    let (pool, log) = (TaskPool::new(UNITS), Log::default());
    let take = |end| log.note(end);
    map_ordered(&pool, jobs(time, &log), run, take).await;
    log
}
