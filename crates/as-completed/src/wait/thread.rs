//! Waiting for some of many threads.

use std::collections::BTreeSet;
use std::{sync::Arc, time::Duration, time::Instant};

use clients::blocking::Client;
use crossbeam_channel::{self as channel, Receiver};
use std::thread;

use super::{Until, Waited, Waits, nowhere};
use crate::{Again, thread::download_one};
use flags::{Code, Job, Outcome};
use timeline::blocking::{lane, wait as wait_for};

/// Downloads under way, and what of them is still to come.
pub struct Units {
    ends: Receiver<Outcome>,
    /// The codes whose downloads nobody has seen the end of.
    pending: BTreeSet<Code>,
}

/// Starts a thread for each code of `job`.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn start(job: &Arc<Job>) -> Units {
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
    let pending = job.codes().iter().copied().collect();
    Units { ends, pending }
}

/// Waits for ends of `units`; returns those that came, in their
/// order, and the codes whose ends are pending.
pub fn wait(units: &mut Units, until: Until) -> Waited {
    let Units { ends, pending } = units;
    let (limit, mut done) = (until.deadline(), Vec::new());
    while !until.is_met(&done, pending) {
        let next = || ends.recv_deadline(limit);
        let end = wait_for("the next", next); // this thread waits
        let Ok(outcome) = end else { break };
        pending.remove(&outcome.code);
        done.push(outcome);
    }
    (done, pending.clone())
}

/// Waits in each of the four ways, and shows what came of it.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn all(again: Again<'_>, patience: Duration) -> Waits {
    let mut waits = Waits::begin();
    for until in Until::all(patience) {
        let (began, job) = (Instant::now(), again.with(nowhere()));
        let mut units = start(&job);
        let (done, pending) = wait(&mut units, until);
        waits.row(until, began, &done, &pending);
    }
    waits
}
