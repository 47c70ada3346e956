//! A program whose main waits for its task.

use std::sync::Arc;
use tokio::{sync::mpsc, task, time};

use crate::{Job, Plan, exit::Farewell};

/// Copies all records.
async fn copy(job: Arc<Job>) {
    let _guard = Farewell(job.clone());
    while let Some(record) = job.take() {
        time::sleep(job.pace()).await; // others run
        job.put(record);
    }
}

/// What `main` does: starts a task, and goes on when a record
/// was taken and not yet put.
///
/// # Panics
///
/// Outside a runtime.
pub async fn body_of_main(plan: &Plan) {
    let (reached, mut halfway) = mpsc::channel(1);
    let job = plan.job_with(move || reached.try_send(()));
    let its_job = job.clone();
    let unit = task::spawn(copy(its_job));
    halfway.recv().await; // main waits, the task copies
    unit.await.expect("the copying panicked"); // main waits
    job.note("main returns");
}
