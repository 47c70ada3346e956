//! A future that has a record in its hands while it waits.

use tokio::{select, task};
use tokio_util::sync::CancellationToken;

use crate::{Job, lost::End};

/// Copies one record, if there is one.
async fn copy_one(job: &Job) {
    task::yield_now().await; // stands for a wait: others run
    let Some(record) = job.take() else { return };
    task::yield_now().await; // others run; it may be dropped here
    job.put(record);
}

/// Copies records until none is left, or it is told to stop.
pub async fn copy(job: &Job, stop: &CancellationToken) -> End {
    while job.has_more() {
        select! {
            biased;
            () = stop.cancelled() => return End::Stopped,
            () = copy_one(job) => {} // others run while it waits
        }
    }
    End::Finished
}
