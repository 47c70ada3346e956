//! A pool of tasks that take codes.

use std::sync::Arc;
use tokio::{sync::mpsc, task};

use crate::r#async::download_one;
use clients::asynchronous::Client;
use flags::{Counts, Job, Report};
use timeline::asynchronous::{lane, wait};

/// Downloads all flags of `job` in a fixed number of units, shows
/// each in `report` as it arrives, and returns how many ended how.
///
/// # Panics
///
/// Outside a runtime.
pub async fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (sender, mut outcomes) = mpsc::channel(job.max_req());
    for number in 1..=job.max_req() {
        let (job, client) = (job.clone(), client.clone());
        let sender = sender.clone();
        let unit = async move {
            while let Some(code) = job.take() {
                let end = download_one(&client, &job, code).await;
                if sender.send(end).await.is_err() {
                    break;
                }
            }
        };
        task::spawn(lane(number, unit));
    }
    drop(sender);
    while let Some(outcome) = wait("flags", outcomes.recv()).await {
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
