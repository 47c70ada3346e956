//! With futures alone: to stop one is to drop it.

use std::time::Instant;
use tokio::time;

use crate::{Job, Plan, Seen};

/// Copies records until none is left. It has none in its hands
/// where it awaits, so it may be dropped there.
pub async fn copy(job: &Job) {
    loop {
        time::sleep(job.pace()).await;
        let Some(record) = job.take() else { return };
        job.put(record);
    }
}

/// Lets a future copy for a while, then drops it.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(plan: &Plan) -> Seen {
    let job = plan.job();
    // No task, no token, nothing shared: it borrows the job, and
    // it is polled only while we await it here.
    let mut copying = Box::pin(copy(&job));
    time::timeout(plan.after, &mut copying).await.ok();
    job.note("main asks to stop");
    let asked = Instant::now();
    drop(copying);
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    seen
}
