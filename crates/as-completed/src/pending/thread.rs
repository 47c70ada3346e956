//! Taking the first of many threads, and leaving the others.

use std::sync::Arc;

use clients::blocking::Client;
use crossbeam_channel as channel;
use std::thread;

use super::{Account, Fate, REST, heading};
use crate::Again;
use crate::thread::{download_one, start_all};
use flags::{Job, server::Embedded};
use timeline::blocking::{lane, wait};

/// Takes one of several units that are parts of this call.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn parts(job: &Job) {
    let client = &Client::new(job);
    let (sender, ends) = &channel::bounded(job.count());
    thread::scope(|scope| {
        while let Some(code) = job.take() {
            let unit = move || {
                let end = download_one(client, job, code);
                sender.send(end)
            };
            scope.spawn(move || lane(code, unit));
        }
        wait("the first", || ends.recv()).ok(); // it waits
    });
    // The end of the scope waits for all the others.
}

/// Takes one of a set of units, which is dropped.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn set(job: &Arc<Job>) {
    let ends = start_all(job);
    wait("the first", || ends.recv()).ok(); // this thread waits
    drop(ends);
}

/// Takes one of several units whose handles were dropped.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn handles(job: &Arc<Job>) {
    let client = Client::new(job);
    let (sender, ends) = channel::bounded(job.count());
    while let Some(code) = job.take() {
        let (client, sender) = (client.clone(), sender.clone());
        let job = job.clone();
        let unit = move || {
            let end = download_one(&client, &job, code);
            sender.send(end).ok();
        };
        drop(thread::spawn(move || lane(code, unit)));
    }
    wait("the first", || ends.recv()).ok();
}

/// Takes the first flag of a job in each way, leaves the others,
/// and returns what became of them.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn all(
    again: Again<'_>,
    server_inside: &dyn Embedded,
) -> Vec<Fate> {
    let mut fates = Vec::new();
    heading();
    for way in ["scoped threads", "channel dropped", "handles"] {
        let job = again.job();
        let account = Account::open(server_inside);
        match way {
            "scoped threads" => wait("parts", || parts(&job)),
            "channel dropped" => set(&job),
            _ => handles(&job),
        }
        let left = account.age();
        while account.is_open() {
            wait("the others", || thread::sleep(REST));
        }
        let fate = account.close(way, left);
        fate.show();
        fates.push(fate);
    }
    fates
}
