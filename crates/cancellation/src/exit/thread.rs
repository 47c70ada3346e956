//! A program whose main waits for its thread.

use std::sync::{Arc, mpsc};
use std::thread;

use crate::{Job, Plan, exit::Farewell};

/// Copies all records.
fn copy(job: Arc<Job>) {
    let _guard = Farewell(job.clone());
    while let Some(record) = job.take() {
        thread::sleep(job.pace()); // this thread waits
        job.put(record);
    }
}

/// What `main` does: starts a thread, and goes on when a record
/// was taken and not yet put.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn body_of_main(plan: &Plan) {
    let (reached, halfway) = mpsc::sync_channel(1);
    let job = plan.job_with(move || reached.try_send(()));
    let its_job = job.clone();
    let unit = thread::spawn(move || copy(its_job));
    halfway.recv().ok(); // main waits, the thread copies
    unit.join().expect("the copying panicked"); // main waits
    job.note("main returns");
}
