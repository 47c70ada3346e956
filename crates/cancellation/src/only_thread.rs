//! With threads alone: a scoped thread that can be woken.

use std::{
    sync::atomic::{AtomicBool, Ordering::Relaxed},
    thread,
    time::Instant,
};

use crate::{Job, Plan, Seen};

/// Waits as long as a record takes, or until told to stop; tells
/// whether to go on.
fn pause(job: &Job, stop: &AtomicBool) -> bool {
    let due = Instant::now() + job.pace();
    while !stop.load(Relaxed) {
        let left = due.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return true;
        }
        // It may return for no reason: the loop looks again.
        thread::park_timeout(left);
    }
    false
}

/// Copies records until none is left, or it is told to stop.
pub fn copy(job: &Job, stop: &AtomicBool) {
    while pause(job, stop) {
        let Some(record) = job.take() else { return };
        job.put(record);
    }
}

/// Lets a thread copy for a while, then tells it to stop.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(plan: &Plan) -> Seen {
    let job = plan.job();
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let unit = scope.spawn(|| copy(&job, &stop));
        thread::sleep(plan.after);
        job.note("main asks to stop");
        let asked = Instant::now();
        stop.store(true, Relaxed);
        unit.thread().unpark(); // no need to sleep to the end
        unit.join().expect("the copying panicked");
        let seen = Seen::since(asked, &job);
        job.note("it has stopped");
        seen
    })
}
