//! The same by somebody who has futures alone: a request is made
//! before there is a permit for it, and begins when there is one.

use std::sync::Arc;

use clients::asynchronous::Client;
use flags::{Code, Counts, Job};
use tokio::{sync::Semaphore, task::JoinSet};

use crate::r#async::{Shared, http_get};
use crate::{Book, Content, Download, NO_PANIC, OPEN, Plan};

/// Awaits a `request` that has not begun, with a permit for it
/// alone.
async fn limited<T>(
    permits: &Semaphore,
    request: impl Future<Output = T>,
) -> T {
    let _permit = permits.acquire().await.expect(OPEN);
    request.await
}

/// Fetches the flag of `code`, then its country, and saves it.
async fn download_one(shared: Arc<Shared>, code: Code) -> Download {
    let Shared { job, client, permits, .. } = &*shared;
    let flag_url = job.site.flag_url(code);
    let metadata_url = job.site.metadata_url(code);
    let flag = http_get(client, &flag_url);
    let metadata = http_get(client, &metadata_url);
    let image = limited(permits, flag).await;
    let image = image.and_then(Content::into_image);
    let country = limited(permits, metadata).await;
    let country = country.and_then(Content::into_country);
    Download::end(job, code, image, country)
}

/// Downloads all flags of `job`, enters each in `book` as it
/// arrives, and returns how many ended how.
///
/// # Panics
///
/// Outside a runtime, or if a download panics.
pub async fn download_many(
    job: &Arc<Job>,
    plan: Plan,
    book: &mut Book<'_>,
) -> Counts {
    let client = Client::keeping(job, plan.permits);
    let permits = Semaphore::new(plan.permits);
    let job = job.clone();
    let shared = Arc::new(Shared { job, plan, client, permits });
    let mut units = JoinSet::new();
    loop {
        while units.len() < plan.units
            && let Some(code) = shared.job.take()
        {
            units.spawn(download_one(shared.clone(), code));
        }
        let Some(end) = units.join_next().await else { break };
        if book.add(end.expect(NO_PANIC)).is_err() {
            break; // the set is dropped, and with it the others
        }
    }
    book.counts()
}
