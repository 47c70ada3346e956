//! Downloads by operating-system threads.

use std::sync::Arc;
use std::thread;

use clients::blocking::Client;
use crossbeam_channel as channel;

use flags::{Code, Counts, Error, Job, Outcome, Report};
use timeline::blocking::{lane, wait};

/// Fetches the flag of `code`.
fn get_flag(
    client: &Client,
    job: &Job,
    code: Code,
) -> Result<Vec<u8>, Error> {
    let url = job.site.flag_url(code);
    let get = || client.get(&url);
    let answer = wait("answer", get); // this thread waits
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
    let start = |number| {
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
        thread::spawn(move || lane(number, unit))
    };
    let units: Vec<_> = (1..=job.max_req()).map(start).collect();
    drop(sender);
    while let Ok(outcome) = wait("flags", || outcomes.recv()) {
        if report.add(outcome).is_err() {
            break;
        }
    }
    drop(outcomes);
    for unit in units {
        wait("end", || unit.join()).expect("a download panicked");
    }
    report.counts()
}
