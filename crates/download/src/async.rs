//! Downloads by async tasks.

use std::sync::Arc;
use tokio::task;

use clients::asynchronous::Client;
use tokio::sync::mpsc;

use flags::{Code, Counts, Error, Job, Outcome, Report};
use timeline::asynchronous::{lane, wait};

/// Fetches the flag of `code`.
async fn get_flag(
    client: &Client,
    job: &Job,
    code: Code,
) -> Result<Vec<u8>, Error> {
    let url = job.site.flag_url(code);
    let get = client.get(&url);
    let answer = wait("answer", get).await; // other tasks run
    answer.map(|answer| answer.body)
}

/// Fetches and saves the flag of `code`.
pub(crate) async fn download_one(
    client: &Client,
    job: &Job,
    code: Code,
) -> Outcome {
    let image = get_flag(client, job, code).await;
    let result = image.and_then(|image| job.save(&image, code));
    Outcome { code, result }
}

/// Downloads all flags of `job`, shows each in `report` as it
/// arrives, and returns how many ended how.
///
/// # Panics
///
/// Outside a runtime, or if a download panics.
pub async fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (sender, mut outcomes) = mpsc::channel(job.max_req());
    let start = |number| {
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
        task::spawn(lane(number, unit))
    };
    let units: Vec<_> = (1..=job.max_req()).map(start).collect();
    drop(sender);
    while let Some(outcome) = wait("flags", outcomes.recv()).await {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        wait("end", unit).await.expect("a download panicked");
    }
    report.counts()
}
