//! Ways of asking a task to stop.

use std::{io::Result, time::Instant};
use tokio::task::{self, JoinHandle};
use tokio::{select, sync::mpsc, time};
use tokio_util::sync::CancellationToken;

use super::{Table, Way, read};
use crate::{Job, Plan, Seen};

/// Copies records, without asking whether it may.
async fn copy(job: &Job) {
    while job.pass_next() {
        time::sleep(job.pace()).await; // others run
    }
}

/// Starts `unit`; the channel closes when that has ended.
fn start(
    unit: impl Future<Output = ()> + Send + 'static,
) -> (JoinHandle<()>, mpsc::Receiver<()>) {
    let (alive, ended) = mpsc::channel(1);
    let unit = task::spawn(async move {
        unit.await;
        drop(alive);
    });
    (unit, ended)
}

/// Asks a unit to stop, and waits until it has ended.
async fn stop<T>(
    plan: &Plan,
    job: &Job,
    mut ended: mpsc::Receiver<()>,
    ask: impl FnOnce() -> T,
) -> Seen {
    time::sleep(plan.after).await; // main waits, the task copies
    let asked = Instant::now();
    ask();
    ended.recv().await; // main waits, others run
    Seen::since(asked, job)
}

/// By something that both sides share.
async fn shared(plan: &Plan) -> Seen {
    let job = plan.quiet_job();
    let token = CancellationToken::new();
    let (its_job, its_token) = (job.clone(), token.clone());
    let (_unit, ended) = start(async move {
        its_token.run_until_cancelled(copy(&its_job)).await;
    });
    stop(plan, &job, ended, || token.cancel()).await
}

/// By a message.
async fn message(plan: &Plan) -> Seen {
    let job = plan.quiet_job();
    let (ask, mut asked) = mpsc::channel(1);
    let its_job = job.clone();
    let (_unit, ended) = start(async move {
        select! {
            biased;
            _ = asked.recv() => {} // others run until then
            () = copy(&its_job) => {}
        }
    });
    stop(plan, &job, ended, || ask.try_send(())).await
}

/// By a time limit.
async fn limit(plan: &Plan) -> Seen {
    let job = plan.quiet_job();
    let limit = plan.after;
    let its_job = job.clone();
    let (_unit, ended) = start(async move {
        time::timeout(limit, copy(&its_job)).await.ok();
    });
    stop(plan, &job, ended, || {}).await
}

/// By its handle.
async fn handle(plan: &Plan) -> Seen {
    let job = plan.quiet_job();
    let its_job = job.clone();
    let (unit, ended) = start(async move { copy(&its_job).await });
    stop(plan, &job, ended, || unit.abort()).await // it ends
}

/// Tries all ways, one after the other.
///
/// # Errors
///
/// If the system makes no connection to itself.
///
/// # Panics
///
/// Outside a runtime.
pub async fn all(plan: &Plan) -> Result<Vec<Way>> {
    let mut table = Table::begin(plan);
    table.row(shared(plan).await);
    table.row(message(plan).await);
    table.row(limit(plan).await);
    table.row(handle(plan).await);
    table.row(read::r#async::stopped(plan).await?);
    Ok(table.ways)
}
