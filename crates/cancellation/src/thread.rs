//! A thread copies records until a flag tells it to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::{thread, time::Instant};

use crate::{Job, Plan, Seen};

/// Waits as long as a record takes; tells whether to go on.
fn pause(job: &Job, stop: &AtomicBool) -> bool {
    thread::sleep(job.pace()); // this thread waits, deaf
    !stop.load(Relaxed)
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
    let stop = Arc::new(AtomicBool::new(false));
    let unit = {
        let (job, stop) = (job.clone(), stop.clone());
        thread::spawn(move || copy(&job, &stop))
    };
    thread::sleep(plan.after); // main waits, the thread copies
    job.note("main asks to stop");
    let asked = Instant::now();
    stop.store(true, Relaxed);
    unit.join().expect("the copying panicked");
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    seen
}
