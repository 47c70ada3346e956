//! Futures, while the loop that takes their results is busy.

use std::{sync::Arc, time::Duration};

use clients::asynchronous::Client;
use futures_util::stream::{FuturesUnordered, StreamExt, iter};
use tokio::{task::JoinSet, time};

use super::{Account, Arrivals, heading, requests_of};
use crate::{Again, r#async::download_one};
use flags::{Code, Job, Outcome};

/// Makes so many requests for `code`, one after the other.
async fn requests(
    client: &Client,
    job: &Job,
    code: Code,
    count: usize,
) -> Outcome {
    for _ in 1..count {
        download_one(client, job, code).await;
    }
    download_one(client, job, code).await
}

/// Describes the downloads of `job`; none of them has begun.
fn downloads(
    job: &Arc<Job>,
) -> impl Iterator<Item = impl Future<Output = Outcome> + use<>> {
    let (job, client) = (job.clone(), Client::new(job));
    requests_of(job.codes()).map(move |(code, count)| {
        let (job, client) = (job.clone(), client.clone());
        async move { requests(&client, &job, code, count).await }
    })
}

/// Takes one result, does `body`, and takes the others.
pub async fn parts(job: &Arc<Job>, body: impl AsyncFnOnce()) {
    let mut ends: FuturesUnordered<_> = downloads(job).collect();
    ends.next().await;
    body().await; // nobody polls the others meanwhile
    ends.count().await;
}

/// The same, with at most `max_units` under way.
pub async fn ahead(
    job: &Arc<Job>,
    max_units: usize,
    body: impl AsyncFnOnce(),
) {
    let mut ends = iter(downloads(job)).buffer_unordered(max_units);
    ends.next().await;
    body().await; // nobody polls the others meanwhile
    ends.count().await;
}

/// The same, with units that are nobody's parts.
pub async fn set(job: &Arc<Job>, body: impl AsyncFnOnce()) {
    let mut ends = JoinSet::new();
    for work in downloads(job) {
        ends.spawn(work);
    }
    ends.join_next().await;
    body().await; // the runtime polls the others
    ends.join_all().await;
}

/// Keeps the loop busy, and the account of what arrives meanwhile.
async fn be_busy(account: &mut Account<'_>, busy: Duration) {
    account.begin();
    time::sleep(busy).await; // tasks run meanwhile
    account.end();
}

/// Tries each way, with at most `max_units` under way where there
/// is a bound; the loop is `busy` after the first result.
///
/// # Panics
///
/// Outside a runtime.
pub async fn all(
    again: Again<'_>,
    mut account: Account<'_>,
    busy: Duration,
    max_units: usize,
) -> [Arrivals; 3] {
    heading();
    let body = async || be_busy(&mut account, busy).await;
    parts(&again.job(), body).await;
    let first = account.close("FuturesUnordered");
    let body = async || be_busy(&mut account, busy).await;
    ahead(&again.job(), max_units, body).await;
    let second = account.close("buffer_unordered");
    let body = async || be_busy(&mut account, busy).await;
    set(&again.job(), body).await;
    [first, second, account.close("JoinSet")]
}
