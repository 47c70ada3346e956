//! Threads, while the loop that takes their results is busy.

use std::{iter::repeat, sync::Arc, time::Duration};

use clients::blocking::Client;
use crossbeam_channel as channel;
use std::thread;

use super::{Account, Arrivals, heading, requests_of};
use crate::{Again, buffer::Buffer, thread::download_one};
use flags::{Code, Job, Outcome};

/// Makes so many requests for `code`, one after the other.
fn requests(
    client: &Client,
    job: &Job,
    code: Code,
    count: usize,
) -> Outcome {
    for _ in 1..count {
        download_one(client, job, code);
    }
    download_one(client, job, code)
}

/// Describes the downloads of `job`; none of them has begun.
fn downloads(
    job: &Arc<Job>,
) -> impl Iterator<Item = impl FnOnce() -> Outcome + use<>> {
    let (job, client) = (job.clone(), Client::new(job));
    requests_of(job.codes()).map(move |(code, count)| {
        let (job, client) = (job.clone(), client.clone());
        move || requests(&client, &job, code, count)
    })
}

/// Takes one result, does `body`, and takes the others.
pub fn parts(job: &Arc<Job>, body: impl FnOnce()) {
    let mut ends = downloads(job).buffer_unordered(job.count());
    ends.next();
    body(); // this thread is busy, the others go on
    ends.count();
}

/// The same, with at most `max_units` under way.
pub fn ahead(
    job: &Arc<Job>,
    max_units: usize,
    body: impl FnOnce(),
) {
    let mut ends = downloads(job).buffer_unordered(max_units);
    ends.next();
    body(); // this thread is busy, the others go on
    ends.count();
}

/// The same, with units that are nobody's parts.
pub fn set(job: &Arc<Job>, body: impl FnOnce()) {
    let (sender, ends) = channel::bounded(job.count());
    for (work, sender) in downloads(job).zip(repeat(sender)) {
        thread::spawn(move || sender.send(work()));
    }
    ends.recv().ok();
    body(); // this thread is busy, the others go on
    ends.iter().for_each(drop);
}

/// Keeps the loop busy, and the account of what arrives meanwhile.
fn be_busy(account: &mut Account<'_>, busy: Duration) {
    account.begin();
    thread::sleep(busy); // this thread waits
    account.end();
}

/// Tries each way, with at most `max_units` under way where there
/// is a bound; the loop is `busy` after the first result.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn all(
    again: Again<'_>,
    mut account: Account<'_>,
    busy: Duration,
    max_units: usize,
) -> [Arrivals; 3] {
    heading();
    let body = || be_busy(&mut account, busy);
    parts(&again.job(), body);
    let first = account.close("all at once");
    let body = || be_busy(&mut account, busy);
    ahead(&again.job(), max_units, body);
    let second = account.close("buffer_unordered");
    let body = || be_busy(&mut account, busy);
    set(&again.job(), body);
    [first, second, account.close("threads and a channel")]
}
