//! The same by somebody who has futures alone: a stream of them,
//! which borrow what they need, and no task but the caller's.

use std::iter;

use clients::asynchronous::Client;
use flags::{Job, Outcome};
use futures_util::stream::{self, StreamExt};

use crate::r#async::download_one;

/// Asks for all flags of `job` at once, and hands out each as soon
/// as it is there.
///
/// # Panics
///
/// Outside a runtime.
pub async fn download_many(
    job: &Job,
    mut take: impl FnMut(Outcome),
) {
    let client = &Client::new(job);
    let codes = iter::from_fn(|| job.take());
    let mut ends = stream::iter(codes)
        .map(|code| download_one(client, job, code))
        .buffer_unordered(job.count());
    while let Some(end) = ends.next().await {
        take(end);
    }
}
