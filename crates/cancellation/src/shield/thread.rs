//! A step on a thread of its own: it outlives the one that waits.

use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Instant;

use crate::{Job, Plan, Seen};

/// Copies one record, and lets go of `_alive` after it.
fn copy_one(job: Arc<Job>, _alive: mpsc::SyncSender<()>) {
    if let Some(record) = job.take() {
        thread::sleep(job.pace()); // the step's own thread waits
        job.put(record);
    }
}

/// Stops a thread that waits for a step, while the step has a
/// record in its hands.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(plan: &Plan) -> Seen {
    let (reached, halfway) = mpsc::sync_channel(1);
    let job = plan.job_with(move || reached.try_send(()));
    let (alive, ended) = mpsc::sync_channel::<()>(1);
    let (stop, told) = mpsc::sync_channel(1);
    let its_job = job.clone();
    let unit = thread::spawn(move || {
        let _step = thread::spawn(|| copy_one(its_job, alive));
        told.recv().ok(); // this thread waits to be told, and ends
    });
    halfway.recv().ok(); // main waits, the step copies
    job.note("main asks to stop");
    let asked = Instant::now();
    stop.send(()).ok();
    unit.join().expect("the waiting panicked"); // main waits
    job.note("it has stopped, without a word to the step");
    ended.recv().ok(); // main waits until nobody holds `alive`
    let seen = Seen::since(asked, &job);
    job.note("nothing runs any more");
    seen
}
