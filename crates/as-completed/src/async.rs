//! Flags in the order in which they are there, by tasks.

use std::sync::Arc;

use clients::asynchronous::Client;
use tokio::task::JoinSet;

use flags::{Code, Job, Outcome};
use timeline::asynchronous::{lane, wait};

/// Fetches the flag of `code`.
pub async fn download_one(
    client: &Client,
    job: &Job,
    code: Code,
) -> Outcome {
    let get = client.get_flag(&job.site, code);
    let image = wait("answer", get).await; // the others run
    Outcome { code, result: image.map(|image| image.len()) }
}

/// Starts all downloads of `job`, and returns where they end.
pub(crate) fn start_all(job: &Arc<Job>) -> JoinSet<Outcome> {
    let client = Client::new(job);
    let mut ends = JoinSet::new();
    while let Some(code) = job.take() {
        let client = client.clone();
        let job = job.clone();
        let unit = async move {
            let end = download_one(&client, &job, code);
            end.await
        };
        ends.spawn(lane(code, unit));
    }
    ends
}

/// Asks for all flags of `job` at once, and hands out each as soon
/// as it is there.
///
/// # Panics
///
/// Outside a runtime, or if a download panics.
pub async fn download_many(
    job: &Arc<Job>,
    mut take: impl FnMut(Outcome),
) {
    let mut ends = start_all(job);
    while let Some(end) = wait("the next", ends.join_next()).await {
        take(end.expect("no panic"));
    }
}
