//! A thread that leaves in the middle, without a guard.

use std::sync::mpsc;
use std::{thread, time::Instant};

use crate::{Job, Plan, Seen};

/// Copies one record; nothing, if it is to end.
fn copy_one(job: &Job, stop: &mpsc::Receiver<()>) -> Option<()> {
    let held = job.take()?;
    stop.recv_timeout(job.pace()).err()?; // told: leaves from here
    job.put(held);
    Some(())
}

/// Copies records until none is left, or it is told to stop.
pub fn copy(job: &Job, stop: &mpsc::Receiver<()>) {
    while copy_one(job, stop).is_some() {}
}

/// Stops a thread that has a record in its hands.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(plan: &Plan) -> Seen {
    let (reached, halfway) = mpsc::sync_channel(1);
    let job = plan.job_with(move || reached.try_send(()));
    let its_job = job.clone();
    let (stop, told) = mpsc::sync_channel(1);
    let unit = thread::spawn(move || copy(&its_job, &told));
    halfway.recv().ok(); // main waits, the thread copies
    job.note("main asks to stop");
    let asked = Instant::now();
    stop.send(()).ok();
    unit.join().ok(); // main waits
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    seen
}
