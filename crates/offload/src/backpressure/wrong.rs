//! Downloads by tasks that wait for nothing but the network.

use std::{iter, sync::Arc};
use tokio::task;

use clients::asynchronous::Client;
use tokio::sync::mpsc;

use crate::{Desk, writer, writer::Order};
use flags::{Counts, Job, Outcome, Report};

/// Downloads all flags of `job`, hands each to the thread that
/// writes, and returns how many ended how.
///
/// # Panics
///
/// Outside a runtime, or if a download panics.
pub async fn download_many(
    job: &Arc<Job>,
    desk: &Desk,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (sender, mut outcomes) = mpsc::channel(job.max_req());
    let (orders, mut taken) = mpsc::unbounded_channel();
    let taken = iter::from_fn(move || taken.blocking_recv());
    let writer = writer::start(&desk.disk, taken);
    let start = |_| {
        let (job, client) = (job.clone(), client.clone());
        let (shelf, orders) = (desk.shelf.clone(), orders.clone());
        let sender = sender.clone();
        task::spawn(async move {
            while let Some(code) = job.take() {
                let image = client.get_flag(&job.site, code).await;
                let to = sender.clone();
                let tell = move |result| {
                    to.blocking_send(Outcome { code, result }).ok();
                };
                match image {
                    Ok(image) => {
                        let image = shelf.image(code, image);
                        let order = Order::new(image, tell);
                        orders.send(order).ok(); // never waits
                    }
                    Err(error) => {
                        let result = Err(error);
                        let end = Outcome { code, result };
                        sender.send(end).await.ok();
                    }
                }
            }
        })
    };
    let units: Vec<_> = (0..job.max_req()).map(start).collect();
    drop((sender, orders));
    while let Some(outcome) = outcomes.recv().await {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        unit.await.expect("a download panicked");
    }
    // All that it was to tell is told: there is no wait.
    writer.join().expect("the writer panicked");
    report.counts()
}
