//! Results in order, as one would have them who has only tasks.

use futures_util::{StreamExt, stream};
use tokio::time::{self, Duration};

use crate::together::ordered::{Log, UNITS, jobs};

/// Does six jobs of which a long one takes as long as `time`, and
/// tells what happened, in order.
pub async fn ordered(time: Duration) -> Log {
    let log = Log::default();
    let mut results = stream::iter(jobs(time, &log))
        .map(async |job| {
            time::sleep(job.length).await;
            job.end()
        })
        .buffered(UNITS);
    while let Some(result) = results.next().await {
        log.note(result);
    }
    log
}
