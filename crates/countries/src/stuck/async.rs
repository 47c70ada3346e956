//! One permit is given back before the next is taken, on tasks.

use std::{sync::Arc, time::Duration};
use tokio::{task, time};

use clients::asynchronous::Client;
use tokio::sync::mpsc;
use tokio::sync::{AcquireError, Semaphore};

use crate::r#async::{Shared, http_get};
use crate::{Content, Download, Ends, NO_PANIC, Plan};
use flags::{Code, Job};

/// Fetches the flag of `code`, then its country, and saves it.
async fn download_one(
    shared: &Shared,
    code: Code,
) -> Result<Download, AcquireError> {
    let Shared { job, client, permits, .. } = shared;
    let flag_url = job.site.flag_url(code);
    let metadata_url = job.site.metadata_url(code);
    let permit = permits.acquire().await?; // others run
    let image = http_get(client, &flag_url).await;
    drop(permit);
    let permit = permits.acquire().await?; // others run
    let country = http_get(client, &metadata_url).await;
    drop(permit);
    let image = image.and_then(Content::into_image);
    let country = country.and_then(Content::into_country);
    Ok(Download::end(job, code, image, country))
}

/// Downloads all flags of `job`, unless nothing is complete for as
/// long as `patience`: then those that wait are sent away.
///
/// # Panics
///
/// Outside a runtime, or a download panics.
pub async fn download_many(
    job: &Arc<Job>,
    plan: Plan,
    patience: Duration,
) -> Ends {
    let client = Client::keeping(job, plan.permits);
    let permits = Semaphore::new(plan.permits);
    let job = job.clone();
    let shared = Arc::new(Shared { job, plan, client, permits });
    let (sender, mut ends) = mpsc::channel(plan.units);
    let start = |_| {
        let (shared, sender) = (shared.clone(), sender.clone());
        task::spawn(async move {
            while let Some(code) = shared.job.take() {
                let end = download_one(&shared, code).await;
                if sender.send(end.is_ok()).await.is_err() {
                    break;
                }
            }
        })
    };
    let units: Vec<_> = (0..plan.units).map(start).collect();
    drop(sender);
    let mut counts = Ends::default();
    loop {
        let end = time::timeout(patience, ends.recv()).await;
        let Ok(Some(is_complete)) = end else { break };
        counts.add(is_complete);
    }
    counts.free = shared.permits.available_permits();
    shared.permits.close();
    while let Some(is_complete) = ends.recv().await {
        counts.add(is_complete);
    }
    for unit in units {
        unit.await.expect(NO_PANIC);
    }
    counts
}
