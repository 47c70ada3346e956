//! Downloads, as one would write them who has only tasks.

use std::sync::Arc;

use clients::asynchronous::Client;
use flags::{Counts, Job, Report};
use tokio::task::JoinSet;

use crate::r#async::download_one;

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
    let mut downloads = JoinSet::new();
    loop {
        while downloads.len() < job.max_req()
            && let Some(code) = job.take()
        {
            let (job, client) = (job.clone(), client.clone());
            downloads.spawn(async move {
                download_one(&client, &job, code).await
            });
        }
        let Some(end) = downloads.join_next().await else {
            break;
        };
        let outcome = end.expect("a download panicked");
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
