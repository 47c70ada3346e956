//! Downloads, as one would write them who has only threads.

use std::{iter, thread};

use clients::blocking::Client;
use crossbeam_channel as channel;
use flags::{Counts, Job, Report};

use crate::thread::download_one;

/// Downloads all flags of `job`, shows each in `report` as it
/// arrives, and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(job: &Job, report: &mut Report) -> Counts {
    let client = Client::new(job);
    let (sender, outcomes) = channel::bounded(job.max_req());
    thread::scope(|scope| {
        for _ in 0..job.max_req() {
            let (client, sender) = (&client, sender.clone());
            scope.spawn(move || {
                iter::from_fn(|| job.take())
                    .map(|code| download_one(client, job, code))
                    .try_for_each(|end| sender.send(end))
            });
        }
        drop(sender);
        for outcome in outcomes {
            if report.add(outcome).is_err() {
                break;
            }
        }
    }); // the scope waits here for all threads
    report.counts()
}
