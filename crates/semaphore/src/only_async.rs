//! The same by somebody who has tasks alone: a set of them, which
//! is never larger than there may be requests.

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
    let mut units = JoinSet::new();
    loop {
        while units.len() < job.max_req()
            && let Some(code) = job.take()
        {
            let (job, client) = (job.clone(), client.clone());
            units.spawn(async move {
                download_one(&client, &job, code).await
            });
        }
        let Some(end) = units.join_next().await else { break };
        if report.add(end.expect("no panic")).is_err() {
            break; // the set is dropped, and with it the others
        }
    }
    report.counts()
}
