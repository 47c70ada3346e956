//! Waiting for some of many futures.

use std::collections::BTreeSet;
use std::{sync::Arc, time::Duration, time::Instant};

use clients::asynchronous::Client;
use futures_util::{StreamExt, future::BoxFuture, stream};
use tokio::time::timeout_at;

use super::{Until, Waited, Waits, nowhere};
use crate::{Again, r#async::download_one};
use flags::{Code, Job, Outcome};
use timeline::asynchronous::{lane, wait as wait_for};

/// Downloads under way, and what of them is still to come.
pub struct Units {
    ends: stream::FuturesUnordered<BoxFuture<'static, Outcome>>,
    /// The codes whose downloads nobody has seen the end of.
    pending: BTreeSet<Code>,
}

/// Makes a future for each code of `job`.
///
/// # Panics
///
/// If this system's TLS set-up is broken, where it is needed.
pub fn start(job: &Arc<Job>) -> Units {
    let client = Client::new(job);
    let ends = stream::FuturesUnordered::<BoxFuture<_>>::new();
    while let Some(code) = job.take() {
        let client = client.clone();
        let job = job.clone();
        let unit = async move {
            let end = download_one(&client, &job, code);
            end.await
        };
        ends.push(Box::pin(lane(code, unit)));
    }
    let pending = job.codes().iter().copied().collect();
    Units { ends, pending }
}

/// Waits for ends of `units`; returns those that came, in their
/// order, and the codes whose ends are pending.
pub async fn wait(units: &mut Units, until: Until) -> Waited {
    let Units { ends, pending } = units;
    let (limit, mut done) = (until.deadline(), Vec::new());
    while !until.is_met(&done, pending) {
        let next = timeout_at(limit, ends.next());
        let end = wait_for("the next", next).await; // they run here
        let Ok(Some(outcome)) = end else { break };
        pending.remove(&outcome.code);
        done.push(outcome);
    }
    (done, pending.clone())
}

/// Waits in each of the four ways, and shows what came of it.
///
/// # Panics
///
/// Outside a runtime.
pub async fn all(again: Again<'_>, patience: Duration) -> Waits {
    let mut waits = Waits::begin();
    for until in Until::all(patience) {
        let (began, job) = (Instant::now(), again.with(nowhere()));
        let mut units = start(&job);
        let (done, pending) = wait(&mut units, until).await;
        waits.row(until, began, &done, &pending);
    }
    waits
}
