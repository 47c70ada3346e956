//! One permit is given back before the next is taken, on threads.

use std::sync::Arc;
use std::{thread, time::Duration};

use clients::blocking::Client;
use crossbeam_channel as channel;
use permits::{AcquireError, Semaphore};

use crate::thread::{Shared, http_get};
use crate::{Content, Download, Ends, NO_PANIC, Plan};
use flags::{Code, Job};

/// Fetches the flag of `code`, then its country, and saves it.
fn download_one(
    shared: &Shared,
    code: Code,
) -> Result<Download, AcquireError> {
    let Shared { job, client, permits, .. } = shared;
    let flag_url = job.site.flag_url(code);
    let metadata_url = job.site.metadata_url(code);
    let permit = permits.acquire()?; // this thread waits
    let image = http_get(client, &flag_url);
    drop(permit);
    let permit = permits.acquire()?; // this thread waits
    let country = http_get(client, &metadata_url);
    drop(permit);
    let image = image.and_then(Content::into_image);
    let country = country.and_then(Content::into_country);
    Ok(Download::end(job, code, image, country))
}

/// Downloads all flags of `job`, unless nothing is complete for as
/// long as `patience`: then those that wait are sent away.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(
    job: &Arc<Job>,
    plan: Plan,
    patience: Duration,
) -> Ends {
    let client = Client::keeping(job, plan.permits);
    let permits = Semaphore::new(plan.permits);
    let job = job.clone();
    let shared = Arc::new(Shared { job, plan, client, permits });
    let (sender, ends) = channel::bounded(plan.units);
    let start = |_| {
        let (shared, sender) = (shared.clone(), sender.clone());
        thread::spawn(move || {
            while let Some(code) = shared.job.take() {
                let end = download_one(&shared, code);
                if sender.send(end.is_ok()).is_err() {
                    break;
                }
            }
        })
    };
    let units: Vec<_> = (0..plan.units).map(start).collect();
    drop(sender);
    let mut counts = Ends::default();
    loop {
        let end = ends.recv_timeout(patience);
        let Ok(is_complete) = end else { break };
        counts.add(is_complete);
    }
    counts.free = shared.permits.available_permits();
    shared.permits.close();
    while let Ok(is_complete) = ends.recv() {
        counts.add(is_complete);
    }
    for unit in units {
        unit.join().expect(NO_PANIC);
    }
    counts
}
