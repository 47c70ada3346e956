//! Tasks that hold no permit.

use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::{sync::mpsc, task};

use crate::r#async::download_one;
use clients::asynchronous::Client;
use flags::{Counts, Job, Report};
use timeline::asynchronous::{lane, wait};

/// Downloads all flags of `job`, each in a unit that acquires its
/// permit inside; shows each in `report` as it arrives, and
/// returns how many ended how.
///
/// # Panics
///
/// Outside a runtime.
pub async fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let semaphore = Arc::new(Semaphore::new(job.max_req()));
    let (sender, mut outcomes) = mpsc::channel(job.max_req());
    while let Some(code) = job.take() {
        let (job, client) = (job.clone(), client.clone());
        let semaphore = semaphore.clone();
        let sender = sender.clone();
        let unit = async move {
            let permit = wait("permit", semaphore.acquire()).await;
            let _ = permit.expect("open");
            let end = download_one(&client, &job, code).await;
            sender.send(end).await.ok();
        };
        task::spawn(lane(code, unit));
    }
    drop(sender);
    while let Some(outcome) = wait("flags", outcomes.recv()).await {
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
