//! Tasks that hold a permit from a channel.

use std::sync::Arc;
use tokio::{sync::mpsc, sync::mpsc::Sender, task};

use crate::r#async::download_one;
use clients::asynchronous::Client;
use flags::{Counts, Job, Report};
use timeline::asynchronous::{lane, wait};

/// A permit: it goes back into the channel when it is dropped.
struct Permit(Sender<()>);

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.try_send(()).ok();
    }
}

/// Downloads all flags of `job`, each in a unit of its own that is
/// not spawned before there is a permit for it; shows each in
/// `report` as it arrives, and returns how many ended how.
///
/// # Panics
///
/// Outside a runtime.
pub async fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (release, mut permits) = mpsc::channel(job.max_req());
    for _ in 0..job.max_req() {
        release.try_send(()).expect("there is room");
    }
    let (sender, mut outcomes) = mpsc::channel(job.max_req());
    while let Some(code) = job.take() {
        let permit = permits.recv();
        let permit = wait("permit", permit).await; // others run
        permit.expect("we can send");
        let permit = Permit(release.clone());
        let (job, client) = (job.clone(), client.clone());
        let sender = sender.clone();
        let unit = async move {
            let end = download_one(&client, &job, code).await;
            sender.send(end).await.ok();
            drop(permit);
        };
        task::spawn(lane(code, unit));
        while let Ok(outcome) = outcomes.try_recv() {
            if report.add(outcome).is_err() {
                return report.counts();
            }
        }
    }
    drop(sender);
    while let Some(outcome) = wait("flags", outcomes.recv()).await {
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
