//! Flags in the order in which they are there, by threads.

use std::{sync::Arc, thread};

use clients::blocking::Client;
use crossbeam_channel::{self as channel, Receiver};

use flags::{Code, Job, Outcome};
use timeline::blocking::{lane, wait};

/// Fetches the flag of `code`.
pub fn download_one(
    client: &Client,
    job: &Job,
    code: Code,
) -> Outcome {
    let get = || client.get_flag(&job.site, code);
    let image = wait("answer", get); // this thread waits
    Outcome { code, result: image.map(|image| image.len()) }
}

/// Starts all downloads of `job`, and returns where they end.
pub(crate) fn start_all(job: &Arc<Job>) -> Receiver<Outcome> {
    let client = Client::new(job);
    let (sender, ends) = channel::bounded(job.count());
    while let Some(code) = job.take() {
        let (client, sender) = (client.clone(), sender.clone());
        let job = job.clone();
        let unit = move || {
            let end = download_one(&client, &job, code);
            sender.send(end)
        };
        thread::spawn(move || lane(code, unit));
    }
    ends
}

/// Asks for all flags of `job` at once, and hands out each as soon
/// as it is there.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn download_many(
    job: &Arc<Job>,
    mut take: impl FnMut(Outcome),
) {
    let ends = start_all(job);
    while let Ok(end) = wait("the next", || ends.recv()) {
        take(end);
    }
}
