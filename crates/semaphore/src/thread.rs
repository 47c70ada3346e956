//! Downloads by threads, each of which holds a permit.

use clients::blocking::Client;
use crossbeam_channel as channel;
use permits::Semaphore;

use flags::{Code, Counts, Job, Outcome, Report};
use std::{sync::Arc, thread};
use timeline::blocking::{lane, wait};

/// Fetches and saves the flag of `code`.
pub(crate) fn download_one(
    client: &Client,
    job: &Job,
    code: Code,
) -> Outcome {
    let site = &job.site;
    let get = || client.get_flag(site, code);
    let image = wait("answer", get); // this thread waits
    let result = image.and_then(|image| job.save(&image, code));
    Outcome { code, result }
}

/// Downloads all flags of `job`, each in a unit of its own that is
/// not spawned before there is a permit for it; shows each in
/// `report` as it arrives, and returns how many ended how.
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
        let semaphore = semaphore.clone();
        let permit = || semaphore.acquire_owned();
        let permit = wait("permit", permit); // this thread waits
        let permit = permit.expect("it is never closed");
        let (job, client) = (job.clone(), client.clone());
        let sender = sender.clone();
        let unit = move || {
            let end = download_one(&client, &job, code);
            sender.send(end).ok();
            drop(permit);
        };
        thread::spawn(move || lane(code, unit));
        while let Ok(outcome) = outcomes.try_recv() {
            if report.add(outcome).is_err() {
                return report.counts();
            }
        }
    }
    drop(sender);
    while let Ok(outcome) = wait("flags", || outcomes.recv()) {
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
