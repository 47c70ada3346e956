//! A task that refuses to stop: it can still be aborted.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::{sync::Arc, time::Instant};
use tokio::{sync::mpsc, task, time};

use super::Refused;
use crate::{Job, Plan, Seen};

/// Copies all records, and counts in `refused` how often it is
/// asked to stop meanwhile.
pub async fn copy(
    job: Arc<Job>,
    mut requests: mpsc::Receiver<()>,
    refused: Arc<AtomicUsize>,
) {
    while job.has_more() {
        let request = time::timeout(job.pace(), requests.recv());
        if request.await.is_ok() {
            job.note("asked to stop: no");
            refused.fetch_add(1, Relaxed);
        } else {
            job.pass_next();
        }
    }
}

/// Asks a task twice to stop, then uses what force there is.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(plan: &Plan) -> Refused {
    let job = plan.job();
    let refused = Arc::new(AtomicUsize::new(0));
    let (ask, requests) = mpsc::channel(1);
    let unit = {
        let (job, refused) = (job.clone(), refused.clone());
        task::spawn(copy(job, requests, refused))
    };
    for _ in 0..2 {
        time::sleep(plan.after / 2).await; // main waits, others run
        ask.send(()).await.ok();
    }
    time::sleep(plan.after / 2).await; // main waits, others run
    job.note("main aborts the task");
    let asked = Instant::now();
    unit.abort();
    unit.await.ok(); // main waits until it is dropped
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    Refused { times: refused.load(Relaxed), seen }
}
