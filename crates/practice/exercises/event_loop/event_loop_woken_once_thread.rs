//! # Woken three times
//!
//! A thread is an event loop: it does the jobs of a queue, and
//! sleeps while there is none. Whoever posts a job wakes it. While
//! it is busy with a first job, three others are posted. It is
//! woken for each of them, and yet it does not do them all.
//!
//! Mend `run`, so that the loop does all jobs that are posted, and
//! still sleeps while there is none.

use std::{
    collections::VecDeque,
    sync::{Arc, Barrier, Mutex, mpsc},
    thread::{self, Thread},
    time::Duration,
};

type Job = Box<dyn FnOnce() + Send>;

/// What the loop is to do.
type Queue = Mutex<VecDeque<Job>>;

/// Posts jobs to the loop on its thread.
struct Handle {
    queue: Arc<Queue>,
    thread: Thread,
}

impl Handle {
    /// Leaves `job` to the loop, and wakes it.
    fn post(&self, job: impl FnOnce() + Send + 'static) {
        let mut queue = self.queue.lock().expect("no panic");
        queue.push_back(Box::new(job));
        drop(queue);
        self.thread.unpark();
    }
}

/// Takes a job out of the queue.
fn next(queue: &Queue) -> Option<Job> {
    queue.lock().expect("no panic").pop_front()
}

/// The loop: sleeps until somebody wakes it, and does jobs.
fn run(queue: &Queue) {
    loop {
        thread::park();
        // TODO: what may be in the queue after three wake-ups?
        if let Some(job) = next(queue) {
            job();
        }
    }
}

/// Posts a long job, and three others meanwhile; returns how many
/// of the four were done before nothing more came for `patience`.
fn jobs_done(patience: Duration) -> usize {
    let queue = Arc::<Queue>::default();
    let jobs = queue.clone();
    let thread = thread::spawn(move || run(&jobs));
    let handle = Handle { queue, thread: thread.thread().clone() };
    let (sender, done) = mpsc::channel();
    let busy = Arc::new(Barrier::new(2));
    let (first, began) = (sender.clone(), busy.clone());
    handle.post(move || {
        began.wait(); // the loop is busy with this job,
        began.wait(); // until the others are posted
        first.send(()).ok();
    });
    busy.wait();
    for _ in 0..3 {
        let sender = sender.clone();
        handle.post(move || sender.send(()).expect("heard"));
    }
    busy.wait();
    let next = |_: &usize| done.recv_timeout(patience).is_ok();
    (0..4).take_while(next).count()
}

fn main() {
    let done = jobs_done(Duration::from_millis(500));
    println!("Four jobs were posted, {done} were done.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn the_loop_does_all_jobs_that_are_posted() {
        let patience = Duration::from_secs(2);
        let done = jobs_done(patience);
        assert_eq!(
            done, 4,
            "{done} of 4 jobs were done, then none for \
             {patience:?}: unpark leaves one token, however often \
             it is called, so three wake-ups of a busy thread are \
             one. It sleeps beside a queue that is not empty"
        );
    }
}
