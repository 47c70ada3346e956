//! At most so many futures at once, in order and not.

use futures_util::stream::{StreamExt, iter};
use std::sync::Arc;

use clients::asynchronous::Client;

use crate::{Again, Taken, r#async::download_one};
use flags::{Job, Outcome};

/// Describes the downloads of `job`; none of them has begun.
pub fn downloads(
    job: &Arc<Job>,
) -> impl Iterator<Item = impl Future<Output = Outcome> + use<>> {
    let (job, client) = (job.clone(), Client::new(job));
    job.codes().to_vec().into_iter().map(move |code| {
        let (job, client) = (job.clone(), client.clone());
        async move { download_one(&client, &job, code).await }
    })
}

/// Takes the results in the order of the codes.
///
/// # Panics
///
/// Outside a runtime.
pub async fn ordered(job: &Arc<Job>, ahead: usize) -> Taken {
    let mut taken = Taken::begin("buffered");
    let mut ends = iter(downloads(job)).buffered(ahead);
    while let Some(outcome) = ends.next().await {
        taken.note(outcome.code);
    }
    taken
}

/// Takes the results in the order in which they are there.
///
/// # Panics
///
/// Outside a runtime.
pub async fn unordered(job: &Arc<Job>, ahead: usize) -> Taken {
    let mut taken = Taken::begin("buffer_unordered");
    let mut ends = iter(downloads(job)).buffer_unordered(ahead);
    while let Some(outcome) = ends.next().await {
        taken.note(outcome.code);
    }
    taken
}

/// Takes the results in both orders, and shows when.
///
/// # Panics
///
/// Outside a runtime.
pub async fn all(again: Again<'_>, ahead: usize) -> [Taken; 2] {
    let ordered = ordered(&again.job(), ahead).await;
    ordered.show();
    let unordered = unordered(&again.job(), ahead).await;
    unordered.show();
    [ordered, unordered]
}
