//! Many downloads by tasks, which take turns with the permits.

use std::sync::Arc;
use tokio::task;

use clients::asynchronous::Client;
use tokio::sync::Semaphore;
use tokio::sync::mpsc;

use crate::both::r#async as both;
use crate::held::r#async as held;
use crate::{Book, Download, Hold, NO_PANIC, Plan};
use flags::{Code, Counts, Job};

use crate::r#async as each;
use each::Shared;

/// Downloads one flag as the plan says.
async fn download_one(shared: &Shared, code: Code) -> Download {
    match shared.plan.hold {
        Hold::Held => held::download_one(shared, code).await,
        Hold::Each => each::download_one(shared, code).await,
        Hold::Both => both::download_one(shared, code).await,
    }
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
    let (sender, mut downloads) = mpsc::channel(plan.units);
    let start = |_| {
        let (shared, sender) = (shared.clone(), sender.clone());
        task::spawn(async move {
            while let Some(code) = shared.job.take() {
                let end = download_one(&shared, code).await;
                if sender.send(end).await.is_err() {
                    break;
                }
            }
        })
    };
    let units: Vec<_> = (0..plan.units).map(start).collect();
    drop(sender);
    while let Some(download) = downloads.recv().await {
        if book.add(download).is_err() {
            break;
        }
    }
    drop(downloads);
    for unit in units {
        unit.await.expect(NO_PANIC);
    }
    book.counts()
}
