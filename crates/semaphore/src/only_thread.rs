//! The same by somebody who has threads alone, and no semaphore:
//! as many of them as there may be requests.

use std::{iter, sync::mpsc, thread};

use clients::blocking::Client;
use flags::{Counts, Job, Report};

use crate::thread::download_one;

/// Downloads all flags of `job`, shows each in `report` as it
/// arrives, and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(job: &Job, report: &mut Report) -> Counts {
    let client = &Client::new(job);
    let (sender, outcomes) = mpsc::sync_channel(job.max_req());
    thread::scope(|scope| {
        for _ in 0..job.max_req() {
            let sender = sender.clone();
            scope.spawn(move || {
                iter::from_fn(|| job.take())
                    .map(|code| download_one(client, job, code))
                    .try_for_each(|outcome| sender.send(outcome))
            });
        }
        drop(sender);
        for outcome in outcomes {
            if report.add(outcome).is_err() {
                break;
            }
        }
    });
    report.counts()
}
