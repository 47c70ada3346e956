//! Downloads by async tasks, each of which holds a permit.

use clients::asynchronous::Client;
use tokio::sync::Semaphore;
use tokio::{sync::mpsc, task};

use flags::{Code, Counts, Job, Outcome, Report};
use std::sync::Arc;
use timeline::asynchronous::{lane, wait};

/// Fetches and saves the flag of `code`.
pub(crate) async fn download_one(
    client: &Client,
    job: &Job,
    code: Code,
) -> Outcome {
    let site = &job.site;
    let get = client.get_flag(site, code);
    let image = wait("answer", get).await; // the others run
    let result = image.and_then(|image| job.save(&image, code));
    Outcome { code, result }
}

/// Downloads all flags of `job`, each in a unit of its own that is
/// not spawned before there is a permit for it; shows each in
/// `report` as it arrives, and returns how many ended how.
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
        let semaphore = semaphore.clone();
        let permit = semaphore.acquire_owned();
        let permit = wait("permit", permit).await; // others run
        let permit = permit.expect("it is never closed");
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
