//! The same by somebody who has threads alone: a scope, from which
//! all of them borrow, and a channel that is an iterator.

use std::{iter, sync::mpsc, thread};

use clients::blocking::Client;
use flags::{Job, Outcome};

use crate::thread::download_one;

/// Asks for all flags of `job` at once, and hands out each as soon
/// as it is there.
///
/// # Panics
///
/// If the system starts no more threads, or a download panics.
pub fn download_many(job: &Job, take: impl FnMut(Outcome)) {
    let client = &Client::new(job);
    let (sender, ends) = mpsc::sync_channel(job.count());
    thread::scope(|scope| {
        for code in iter::from_fn(|| job.take()) {
            let sender = sender.clone();
            scope.spawn(move || {
                sender.send(download_one(client, job, code))
            });
        }
        drop(sender);
        ends.iter().for_each(take);
    });
}
