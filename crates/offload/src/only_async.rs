//! The download as if there were only tasks: a set of them, and
//! every write handed over.

use std::sync::Arc;

use clients::asynchronous::Client;
use flags::{Code, Counts, Job, Outcome, Report};
use tokio::task::{self, JoinSet};

use crate::{Desk, Saved};

/// Has a thread of the pool save what came for `code`; the task
/// waits, others run.
async fn save(desk: Desk, code: Code, image: Vec<u8>) -> Saved {
    let image = desk.shelf.image(code, image);
    let size = image.bytes.len();
    let write = move || desk.disk.write(&image);
    let end = task::spawn_blocking(write).await;
    end.expect("the write panicked").map(|()| size)
}

/// Downloads all flags of `job`, saves them on the disk of `desk`,
/// and returns how many ended how.
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
    let download_one = |code| {
        let (client, job) = (client.clone(), job.clone());
        let desk = desk.clone();
        async move {
            let result =
                match client.get_flag(&job.site, code).await {
                    Ok(image) => save(desk, code, image).await,
                    Err(error) => Err(error),
                };
            Outcome { code, result }
        }
    };
    let mut units = JoinSet::new();
    loop {
        while units.len() < job.max_req()
            && let Some(code) = job.take()
        {
            units.spawn(download_one(code));
        }
        let Some(end) = units.join_next().await else { break };
        let outcome = end.expect("a download panicked");
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
