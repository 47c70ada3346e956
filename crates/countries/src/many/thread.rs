//! Many downloads by threads, which take turns with the permits.

use std::sync::Arc;
use std::thread;

use clients::blocking::Client;
use crossbeam_channel as channel;
use permits::Semaphore;

use crate::both::thread as both;
use crate::held::thread as held;
use crate::{Book, Download, Hold, NO_PANIC, Plan};
use flags::{Code, Counts, Job};

use crate::thread as each;
use each::Shared;

/// Downloads one flag as the plan says.
fn download_one(shared: &Shared, code: Code) -> Download {
    match shared.plan.hold {
        Hold::Held => held::download_one(shared, code),
        Hold::Each => each::download_one(shared, code),
        Hold::Both => both::download_one(shared, code),
    }
}

/// Downloads all flags of `job`, enters each in `book` as it
/// arrives, and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(
    job: &Arc<Job>,
    plan: Plan,
    book: &mut Book<'_>,
) -> Counts {
    let client = Client::keeping(job, plan.permits);
    let permits = Semaphore::new(plan.permits);
    let job = job.clone();
    let shared = Arc::new(Shared { job, plan, client, permits });
    let (sender, downloads) = channel::bounded(plan.units);
    let start = |_| {
        let (shared, sender) = (shared.clone(), sender.clone());
        thread::spawn(move || {
            while let Some(code) = shared.job.take() {
                let end = download_one(&shared, code);
                if sender.send(end).is_err() {
                    break;
                }
            }
        })
    };
    let units: Vec<_> = (0..plan.units).map(start).collect();
    drop(sender);
    while let Ok(download) = downloads.recv() {
        if book.add(download).is_err() {
            break;
        }
    }
    drop(downloads);
    for unit in units {
        unit.join().expect(NO_PANIC);
    }
    book.counts()
}
