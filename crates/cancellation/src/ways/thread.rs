//! Ways of asking a thread to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{self, JoinHandle};
use std::{io::Result, sync::mpsc, time::Instant};

use super::{Table, Way, read};
use crate::{Job, Plan, Seen};

/// Copies records for as long as it may.
fn copy(job: &Job, go_on: impl Fn() -> bool) {
    while go_on() && job.pass_next() {
        thread::sleep(job.pace()); // this thread waits
    }
}

/// Starts `unit`; the channel closes when that has ended.
fn start(
    unit: impl FnOnce() + Send + 'static,
) -> (JoinHandle<()>, mpsc::Receiver<()>) {
    let (alive, ended) = mpsc::sync_channel(1);
    let unit = thread::spawn(move || {
        unit();
        drop(alive);
    });
    (unit, ended)
}

/// Asks a unit to stop, and waits until it has ended.
fn stop<T>(
    plan: &Plan,
    job: &Job,
    ended: mpsc::Receiver<()>,
    ask: impl FnOnce() -> T,
) -> Seen {
    thread::sleep(plan.after); // main waits, the thread copies
    let asked = Instant::now();
    ask();
    ended.recv().ok(); // main waits
    Seen::since(asked, job)
}

/// By something that both sides share.
fn shared(plan: &Plan) -> Seen {
    let job = plan.quiet_job();
    let flag = Arc::new(AtomicBool::new(false));
    let (its_job, its_flag) = (job.clone(), flag.clone());
    let (_unit, ended) = start(move || {
        copy(&its_job, || !its_flag.load(Relaxed));
    });
    stop(plan, &job, ended, || flag.store(true, Relaxed))
}

/// By a message.
fn message(plan: &Plan) -> Seen {
    let job = plan.quiet_job();
    let (ask, asked) = mpsc::sync_channel(1);
    let its_job = job.clone();
    let (_unit, ended) = start(move || {
        while its_job.pass_next() {
            if asked.recv_timeout(its_job.pace()).is_ok() {
                break; // this thread waited for either
            }
        }
    });
    stop(plan, &job, ended, || ask.send(()))
}

/// By a time limit.
fn limit(plan: &Plan) -> Seen {
    let job = plan.quiet_job();
    let end = Instant::now() + plan.after;
    let its_job = job.clone();
    let (_unit, ended) = start(move || {
        copy(&its_job, || Instant::now() < end);
    });
    stop(plan, &job, ended, || {})
}

/// By its handle.
fn handle(plan: &Plan) -> Seen {
    let job = plan.quiet_job();
    let its_job = job.clone();
    let (unit, ended) = start(move || copy(&its_job, || true));
    stop(plan, &job, ended, || drop(unit)) // it goes on
}

/// Tries all ways, one after the other.
///
/// # Errors
///
/// If the system makes no connection to itself.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn all(plan: &Plan) -> Result<Vec<Way>> {
    let mut table = Table::begin(plan);
    table.row(shared(plan));
    table.row(message(plan));
    table.row(limit(plan));
    table.row(handle(plan));
    table.row(read::thread::stopped(plan)?);
    Ok(table.ways)
}
