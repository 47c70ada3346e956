//! Threads that hold a permit from a channel.

use crossbeam_channel::{self as channel, Sender};
use std::{sync::Arc, thread};

use crate::thread::download_one;
use clients::blocking::Client;
use flags::{Counts, Job, Report};
use timeline::blocking::{lane, wait};

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
/// If the system starts no more threads.
pub fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (release, permits) = channel::bounded(job.max_req());
    for _ in 0..job.max_req() {
        release.try_send(()).expect("there is room");
    }
    let (sender, outcomes) = channel::bounded(job.max_req());
    while let Some(code) = job.take() {
        let permit = || permits.recv();
        let permit = wait("permit", permit); // this thread waits
        permit.expect("we can send");
        let permit = Permit(release.clone());
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
