//! Threads that hold their permits.

use crossbeam_channel as channel;
use permits::Semaphore;
use std::{sync::Arc, thread};

use crate::thread::download_one;
use clients::blocking::Client;
use flags::{Counts, Job, Report};

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
        thread::spawn(move || {
            let _permit = semaphore.acquire().expect("open");
            let end = download_one(&client, &job, code);
            sender.send(end).ok();
        });
    }
    drop(sender);
    while let Ok(outcome) = outcomes.recv() {
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
