//! Downloads by tasks, of which each saves for itself.

use std::sync::Arc;
use tokio::task;

use clients::asynchronous::Client;
use tokio::sync::mpsc;

use crate::save::AsyncSave;
use crate::{Disk, Image, Saved, Shelf};
use flags::{Code, Counts, Job, Outcome, Report, site::Site};
use timeline::asynchronous::{lane, wait};

/// Saves where the download was.
#[derive(Clone)]
pub struct Direct(pub Arc<Disk>);

impl AsyncSave for Direct {
    /// The only thread waits for the disk; no task runs.
    async fn save(&self, image: Image) -> Saved {
        self.0.write(&image)?;
        Ok(image.bytes.len())
    }
}

/// Fetches and saves the flag of `code`.
async fn download_one(
    (client, site): (&Client, &Site),
    shelf: &Arc<Shelf>,
    saver: &impl AsyncSave,
    code: Code,
) -> Outcome {
    let get = client.get_flag(site, code);
    let image = wait("answer", get).await; // the others run
    let result = match image {
        Ok(image) => saver.save(shelf.image(code, image)).await,
        Err(error) => Err(error),
    };
    Outcome { code, result }
}

/// Downloads all flags of `job`, saves them by `saver`, and
/// returns how many ended how.
///
/// # Panics
///
/// Outside a runtime, or if a download panics.
pub async fn download_many(
    job: &Arc<Job>,
    shelf: &Arc<Shelf>,
    saver: &impl AsyncSave,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (sender, mut outcomes) = mpsc::channel(job.max_req());
    let start = |number| {
        let (job, client) = (job.clone(), client.clone());
        let (shelf, saver) = (shelf.clone(), saver.clone());
        let sender = sender.clone();
        let unit = async move {
            let from = (&client, &job.site);
            while let Some(code) = job.take() {
                let end = download_one(from, &shelf, &saver, code);
                if sender.send(end.await).await.is_err() {
                    break;
                }
            }
        };
        task::spawn(lane(number, unit))
    };
    let units: Vec<_> = (1..=job.max_req()).map(start).collect();
    drop(sender);
    while let Some(outcome) = wait("flags", outcomes.recv()).await {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        wait("end", unit).await.expect("a download panicked");
    }
    report.counts()
}
