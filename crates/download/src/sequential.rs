//! Downloads one after the other: what both halves start from.

use clients::blocking::Client;
use flags::{Counts, Job, Report};

use crate::thread::download_one;

/// Downloads all flags of `job`, each when the one before it is
/// done, and returns how many ended how.
pub fn download_many(job: &Job, report: &mut Report) -> Counts {
    let client = Client::new(job);
    while let Some(code) = job.take() {
        let outcome = download_one(&client, job, code);
        if report.add(outcome).is_err() {
            break;
        }
    }
    report.counts()
}
