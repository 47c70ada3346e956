//! Threads that hold no permit.

use crossbeam_channel as channel;
use permits::Semaphore;
use std::{sync::Arc, thread};

use crate::thread::download_one;
use clients::blocking::Client;
use flags::{Counts, Job, Report};
use timeline::blocking::{lane, wait};

/// Downloads all flags of `job`, each in a unit that acquires its
/// permit inside; shows each in `report` as it arrives, and
/// returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let semaphore = Arc::new(Semaphore::new(job.max_req()));
    let (sender, outcomes) = channel::bounded(job.max_req());
    while let Some(code) = job.take() {
        let (job, client) = (job.clone(), client.clone());
        let semaphore = semaphore.clone();
        let sender = sender.clone();
        let unit = move || {
            let permit = wait("permit", || semaphore.acquire());
            let _ = permit.expect("open");
            let end = download_one(&client, &job, code);
            sender.send(end).ok();
        };
        thread::spawn(move || lane(code, unit));
    }
    drop(sender);
    while let Ok(outcome) = wait("flags", || outcomes.recv()) {
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
