//! A task that is told to stop, and completes its step first.

use std::time::Instant;
use tokio::{sync::mpsc, task, time};
use tokio_util::sync::CancellationToken;

use crate::{Job, Plan, Seen};

/// Copies one record: a step that is not to be cut in two.
async fn copy_one(job: &Job) {
    if let Some(record) = job.take() {
        time::sleep(job.pace()).await; // others run
        job.put(record);
    }
}

/// Copies records, and looks between them whether to stop.
pub async fn copy(job: &Job, stop: &CancellationToken) {
    while job.has_more() && !stop.is_cancelled() {
        copy_one(job).await; // the token cannot end it in here
    }
}

/// Tells a task to stop that has a record in its hands.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(plan: &Plan) -> Seen {
    let (reached, mut halfway) = mpsc::channel(1);
    let job = plan.job_with(move || reached.try_send(()));
    let stop = CancellationToken::new();
    let unit = {
        let (job, stop) = (job.clone(), stop.clone());
        task::spawn(async move { copy(&job, &stop).await })
    };
    halfway.recv().await; // main waits, the task copies
    job.note("main asks to stop");
    let asked = Instant::now();
    stop.cancel();
    unit.await.expect("the copying panicked"); // main waits
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    seen
}
