//! Downloads by threads, each of which has a permit and a turn.

use clients::blocking::Client;
use crossbeam_channel as channel;
use permits::Semaphore;

use super::RateLimiter;
use crate::thread::download_one;
use flags::{Counts, Job, Report};
use std::{sync::Arc, thread};
use timeline::blocking::{lane, wait};

/// Downloads all flags of `job`, each in a unit of its own that is
/// not spawned before there is a permit for it, and its turn has
/// come; shows each in `report` as it arrives, and returns how many
/// ended how.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
    limiter: &mut RateLimiter,
) -> Counts {
    let client = Client::new(job);
    let semaphore = Arc::new(Semaphore::new(job.max_req()));
    let (sender, outcomes) = channel::bounded(job.max_req());
    while let Some(code) = job.take() {
        let semaphore = semaphore.clone();
        let permit = || semaphore.acquire_owned();
        let permit = wait("permit", permit); // this thread waits
        let permit = permit.expect("it is never closed");
        let turn = limiter.take_turn();
        wait("turn", || thread::sleep(turn)); // this thread waits
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
