//! Downloads by async tasks, each of which has a permit and a turn.

use clients::asynchronous::Client;
use tokio::sync::Semaphore;
use tokio::{sync::mpsc, task, time};

use super::RateLimiter;
use crate::r#async::download_one;
use flags::{Counts, Job, Report};
use std::sync::Arc;
use timeline::asynchronous::{lane, wait};

/// Downloads all flags of `job`, each in a unit of its own that is
/// not spawned before there is a permit for it, and its turn has
/// come; shows each in `report` as it arrives, and returns how many
/// ended how.
///
/// # Panics
///
/// Outside a runtime.
pub async fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
    limiter: &mut RateLimiter,
) -> Counts {
    let client = Client::new(job);
    let semaphore = Arc::new(Semaphore::new(job.max_req()));
    let (sender, mut outcomes) = mpsc::channel(job.max_req());
    while let Some(code) = job.take() {
        let semaphore = semaphore.clone();
        let permit = semaphore.acquire_owned();
        let permit = wait("permit", permit).await; // others run
        let permit = permit.expect("it is never closed");
        let turn = limiter.take_turn();
        wait("turn", time::sleep(turn)).await; // those at work run
        let (job, client) = (job.clone(), client.clone());
        let sender = sender.clone();
        let unit = async move {
            let end = download_one(&client, &job, code).await;
            sender.send(end).await.ok();
            drop(permit);
        };
        task::spawn(lane(code, unit));
        while let Ok(outcome) = outcomes.try_recv() {
            if report.add(outcome).is_err() {
                return report.counts();
            }
        }
    }
    drop(sender);
    while let Some(outcome) = wait("flags", outcomes.recv()).await {
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
