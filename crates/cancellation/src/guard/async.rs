//! A task that is aborted in the middle, with a guard.

use std::time::Instant;
use tokio::{sync::mpsc, task, time};

use crate::{Job, Plan, Seen};

/// Copies one record; nothing, if there is none.
async fn copy_one(job: &Job) -> Option<()> {
    let held = job.hold()?;
    time::sleep(job.pace()).await; // others run; an abort ends it
    held.put();
    Some(())
}

/// Copies records until none is left.
pub async fn copy(job: &Job) {
    while copy_one(job).await.is_some() {}
}

/// Aborts a task that has a record in its hands.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(plan: &Plan) -> Seen {
    let (reached, mut halfway) = mpsc::channel(1);
    let job = plan.job_with(move || reached.try_send(()));
    let its_job = job.clone();
    let unit = async move { copy(&its_job).await };
    let unit = task::spawn(unit);
    halfway.recv().await; // main waits, the task copies
    job.note("main asks to stop");
    let asked = Instant::now();
    unit.abort();
    unit.await.ok(); // main waits until it is dropped
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    seen
}
