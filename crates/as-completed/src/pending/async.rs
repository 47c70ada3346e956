//! Taking the first of many tasks, and leaving the others.

use std::sync::Arc;

use clients::asynchronous::Client;
use futures_util::{StreamExt, stream::FuturesUnordered};
use tokio::{sync::mpsc, task, time};

use super::{Account, Fate, REST, heading};
use crate::Again;
use crate::r#async::{download_one, start_all};
use flags::{Job, server::Embedded};
use timeline::asynchronous::{lane, wait};

/// Takes one of several units that are parts of this call.
///
/// # Panics
///
/// Outside a runtime.
pub async fn parts(job: &Job) {
    let client = &Client::new(job);
    let mut ends = FuturesUnordered::new();
    let first = async {
        while let Some(code) = job.take() {
            let unit = async move {
                let end = download_one(client, job, code);
                end.await
            };
            ends.push(lane(code, unit));
        }
        wait("the first", ends.next()).await; // all run here
    };
    first.await; // and then the others are dropped
}

/// Takes one of a set of units, which is dropped.
///
/// # Panics
///
/// Outside a runtime.
pub async fn set(job: &Arc<Job>) {
    let mut ends = start_all(job);
    wait("the first", ends.join_next()).await; // the others run
    drop(ends);
}

/// Takes one of several units whose handles were dropped.
///
/// # Panics
///
/// Outside a runtime.
pub async fn handles(job: &Arc<Job>) {
    let client = Client::new(job);
    let (sender, mut ends) = mpsc::channel(job.count());
    while let Some(code) = job.take() {
        let (client, sender) = (client.clone(), sender.clone());
        let job = job.clone();
        let unit = async move {
            let end = download_one(&client, &job, code).await;
            sender.send(end).await.ok();
        };
        drop(task::spawn(lane(code, unit)));
    }
    wait("the first", ends.recv()).await;
}

/// Takes the first flag of a job in each way, leaves the others,
/// and returns what became of them.
///
/// # Panics
///
/// Outside a runtime.
pub async fn all(
    again: Again<'_>,
    server_inside: &dyn Embedded,
) -> Vec<Fate> {
    let mut fates = Vec::new();
    heading();
    for way in ["futures dropped", "JoinSet dropped", "handles"] {
        let job = again.job();
        let account = Account::open(server_inside);
        match way {
            "futures dropped" => wait("parts", parts(&job)).await,
            "JoinSet dropped" => set(&job).await,
            _ => handles(&job).await,
        }
        let left = account.age();
        while account.is_open() {
            wait("the others", time::sleep(REST)).await;
        }
        let fate = account.close(way, left);
        fate.show();
        fates.push(fate);
    }
    fates
}
