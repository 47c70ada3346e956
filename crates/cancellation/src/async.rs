//! A task copies records until a token tells it to stop.

use std::time::Instant;
use tokio::{task, time};
use tokio_util::sync::CancellationToken;

use crate::{Job, Plan, Seen};

/// Waits as long as a record takes; tells whether to go on.
async fn pause(job: &Job, stop: &CancellationToken) -> bool {
    let sleep = time::sleep(job.pace());
    stop.run_until_cancelled(sleep).await.is_some() // others run
}

/// Copies records until none is left, or it is told to stop.
pub async fn copy(job: &Job, stop: &CancellationToken) {
    while pause(job, stop).await {
        let Some(record) = job.take() else { return };
        job.put(record);
    }
}

/// Lets a task copy for a while, then tells it to stop.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(plan: &Plan) -> Seen {
    let job = plan.job();
    let stop = CancellationToken::new();
    let unit = {
        let (job, stop) = (job.clone(), stop.clone());
        task::spawn(async move { copy(&job, &stop).await })
    };
    time::sleep(plan.after).await; // main waits, the task copies
    job.note("main asks to stop");
    let asked = Instant::now();
    stop.cancel();
    unit.await.expect("the copying panicked");
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    seen
}
