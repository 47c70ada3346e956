//! Downloads by operating-system threads.

use std::sync::Arc;
use std::thread;

use clients::blocking::Client;
use crossbeam_channel as channel;

use flags::{Code, Counts, Error, Job, Outcome, Report};

/// Fetches the flag of `code`.
fn get_flag(
    client: &Client,
    job: &Job,
    code: Code,
) -> Result<Vec<u8>, Error> {
    let url = job.site.flag_url(code);
    let answer = client.get(&url); // this thread waits
    answer.map(|answer| answer.body)
}

/// Fetches and saves the flag of `code`.
pub(crate) fn download_one(
    client: &Client,
    job: &Job,
    code: Code,
) -> Outcome {
    let image = get_flag(client, job, code);
    let result = image.and_then(|image| job.save(&image, code));
    Outcome { code, result }
}

/// Downloads all flags of `job`, shows each in `report` as it
/// arrives, and returns how many ended how.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let client = Client::new(job);
    let (sender, outcomes) = channel::bounded(job.max_req());
    let start = |_| {
        let (job, client) = (job.clone(), client.clone());
        let sender = sender.clone();
        thread::spawn(move || {
            while let Some(code) = job.take() {
                let end = download_one(&client, &job, code);
                if sender.send(end).is_err() {
                    break;
                }
            }
        })
    };
    let units: Vec<_> = (0..job.max_req()).map(start).collect();
    drop(sender);
    while let Ok(outcome) = outcomes.recv() {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        unit.join().expect("a download panicked");
    }
    report.counts()
}
