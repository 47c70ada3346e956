//! A step in a task of its own: it outlives the one that waits.

use std::{sync::Arc, time::Instant};
use tokio::{sync::mpsc, task, time};
use tokio_util::sync::CancellationToken;

use crate::{Job, Plan, Seen};

/// Copies one record, and lets go of `_alive` after it.
async fn copy_one(job: Arc<Job>, _alive: mpsc::Sender<()>) {
    if let Some(record) = job.take() {
        time::sleep(job.pace()).await; // others run
        job.put(record);
    }
}

/// Stops a task that waits for a step, while the step has a
/// record in its hands.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(plan: &Plan) -> Seen {
    let (reached, mut halfway) = mpsc::channel(1);
    let job = plan.job_with(move || reached.try_send(()));
    let (alive, mut ended) = mpsc::channel::<()>(1);
    let stop = CancellationToken::new();
    let (its_job, told) = (job.clone(), stop.clone());
    let unit = task::spawn(async move {
        let step = task::spawn(copy_one(its_job, alive));
        told.run_until_cancelled(step).await; // ends the waiting
    });
    halfway.recv().await; // main waits, the step copies
    job.note("main asks to stop");
    let asked = Instant::now();
    stop.cancel();
    unit.await.expect("the waiting panicked"); // main waits
    job.note("it has stopped, without a word to the step");
    ended.recv().await; // main waits until nobody holds `alive`
    let seen = Seen::since(asked, &job);
    job.note("nothing runs any more");
    seen
}
