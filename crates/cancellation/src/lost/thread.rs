//! A thread that copies in two steps, with waits between them.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

use crate::{Job, lost::End};

/// Copies one record, if there is one.
fn copy_one(job: &Job) {
    thread::yield_now(); // stands for a wait for the source
    let Some(record) = job.peek() else { return };
    thread::yield_now(); // for the sink: the process may end here
    job.pass(record);
}

/// Copies records until none is left, or it is told to stop.
pub fn copy(job: &Job, stop: &AtomicBool) -> End {
    while job.has_more() {
        match stop.load(Relaxed) {
            // It hears of it here, between two records.
            true => return End::Stopped,
            false => copy_one(job), // this thread waits
        }
    }
    End::Finished
}
