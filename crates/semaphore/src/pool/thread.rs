//! A pool of threads that take codes.

use crossbeam_channel as channel;
use std::{sync::Arc, thread};

use crate::thread::download_one;
use clients::blocking::Client;
use flags::{Counts, Job, Report};

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
    for _ in 0..job.max_req() {
        let (job, client) = (job.clone(), client.clone());
        let sender = sender.clone();
        thread::spawn(move || {
            while let Some(code) = job.take() {
                let end = download_one(&client, &job, code);
                if sender.send(end).is_err() {
                    break;
                }
            }
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
