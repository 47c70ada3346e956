//! A thread that is told to stop, and completes its step first.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, mpsc};
use std::{thread, time::Instant};

use crate::{Job, Plan, Seen};

/// Copies one record: a step that is not to be cut in two.
fn copy_one(job: &Job) {
    if let Some(record) = job.take() {
        thread::sleep(job.pace()); // this thread waits
        job.put(record);
    }
}

/// Copies records, and looks between them whether to stop.
pub fn copy(job: &Job, stop: &AtomicBool) {
    while job.has_more() && !stop.load(Relaxed) {
        copy_one(job); // nobody can end it in here
    }
}

/// Tells a thread to stop that has a record in its hands.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(plan: &Plan) -> Seen {
    let (reached, halfway) = mpsc::sync_channel(1);
    let job = plan.job_with(move || reached.try_send(()));
    let stop = Arc::new(AtomicBool::new(false));
    let unit = {
        let (job, stop) = (job.clone(), stop.clone());
        thread::spawn(move || copy(&job, &stop))
    };
    halfway.recv().ok(); // main waits, the thread copies
    job.note("main asks to stop");
    let asked = Instant::now();
    stop.store(true, Relaxed);
    unit.join().expect("the copying panicked"); // main waits
    let seen = Seen::since(asked, &job);
    job.note("it has stopped");
    seen
}
