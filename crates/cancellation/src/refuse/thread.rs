//! A thread that refuses to stop: there is no other means.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, mpsc};
use std::{thread, time::Instant};

use super::Refused;
use crate::{Job, Plan, Seen};

/// Copies all records, and counts in `refused` how often it is
/// asked to stop meanwhile.
pub fn copy(
    job: Arc<Job>,
    requests: mpsc::Receiver<()>,
    refused: Arc<AtomicUsize>,
) {
    while job.has_more() {
        let request = requests.recv_timeout(job.pace()); // waits
        if request.is_ok() {
            job.note("asked to stop: no");
            refused.fetch_add(1, Relaxed);
        } else {
            job.pass_next();
        }
    }
}

/// Asks a thread twice to stop, then uses what force there is.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(plan: &Plan) -> Refused {
    let job = plan.job();
    let refused = Arc::new(AtomicUsize::new(0));
    let (ask, requests) = mpsc::sync_channel(1);
    let unit = {
        let (job, refused) = (job.clone(), refused.clone());
        thread::spawn(move || copy(job, requests, refused))
    };
    for _ in 0..2 {
        thread::sleep(plan.after / 2); // main waits
        ask.send(()).ok();
    }
    thread::sleep(plan.after / 2); // main waits
    job.note("no call ends a thread: main waits");
    let asked = Instant::now();
    let end = unit.join();
    end.expect("the copying panicked");
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    Refused { times: refused.load(Relaxed), seen }
}
