//! A pool of threads that take codes.

use crossbeam_channel as channel;
use std::{sync::Arc, thread};

use crate::thread::download_one;
use clients::blocking::Client;
use flags::{Counts, Job, Report};
use timeline::blocking::{lane, wait};

/// Downloads all flags of `job` in a fixed number of units, shows
/// each in `report` as it arrives, and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (sender, outcomes) = channel::bounded(job.max_req());
    for number in 1..=job.max_req() {
        let (job, client) = (job.clone(), client.clone());
        let sender = sender.clone();
        let unit = move || {
            while let Some(code) = job.take() {
                let end = download_one(&client, &job, code);
                if sender.send(end).is_err() {
                    break;
                }
            }
        };
        thread::spawn(move || lane(number, unit));
    }
    drop(sender);
    while let Ok(outcome) = wait("flags", || outcomes.recv()) {
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
