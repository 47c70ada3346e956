//! An event loop: a queue of jobs, and one thread that runs them,
//! one after the other.
//!
//! A callback is a job, and so is the program's first step. Who
//! waits for something waits elsewhere, on a helper thread say,
//! and posts a job when it is there. (The loop of the lesson
//! `event-loop` watches sockets and needs no helpers.)

use std::{fmt, sync::mpsc, thread};

/// Code that the loop is to run, once.
type Job = Box<dyn FnOnce() + Send>;

/// The receiving end of the queue: whoever runs this is the loop.
pub struct EventLoop(mpsc::Receiver<Job>);

/// The sending end: posts jobs. Clones post to the same loop.
#[derive(Clone)]
pub struct Handle(mpsc::Sender<Job>);

/// Makes a loop with nothing to do yet, and its handle.
///
/// The queue has no bound: a job that posts a job would wait for
/// room that only the loop, which it holds up, can make.
pub fn event_loop() -> (Handle, EventLoop) {
    let (sender, receiver) = mpsc::channel();
    (Handle(sender), EventLoop(receiver))
}

/// Runs `work` while a thread called `event-loop` is a loop, until
/// no handle of it is left.
///
/// # Panics
///
/// If the system starts no more threads, or a job panics.
pub fn beside<T>(work: impl FnOnce(Handle) -> T) -> T {
    let (handle, event_loop) = event_loop();
    let name = "event-loop".to_owned();
    let thread = thread::Builder::new().name(name);
    let thread = thread.spawn(|| event_loop.run());
    let thread = thread.expect("the system starts a thread");
    let end = work(handle);
    thread.join().expect("no job panics");
    end
}

/// Makes this thread a loop, whose first job is `begin`, and
/// returns all that was sent when no handle is left.
pub fn on_this_thread<T: Send + 'static>(
    begin: impl FnOnce(Handle, mpsc::Sender<T>) + Send + 'static,
) -> Vec<T> {
    let (handle, event_loop) = event_loop();
    let (sender, sent) = mpsc::channel();
    let given = handle.clone();
    handle.post(move || begin(given, sender));
    drop(handle);
    event_loop.run();
    sent.into_iter().collect()
}

impl EventLoop {
    /// Runs jobs on this thread, until no handle is left: then
    /// nobody can post any more.
    pub fn run(self) {
        for job in self.0 {
            job();
        }
    }
}

impl Handle {
    /// Leaves `job` to the loop. If the loop is gone, so is the
    /// job.
    pub fn post(&self, job: impl FnOnce() + Send + 'static) {
        self.0.send(Box::new(job)).ok();
    }
}

impl fmt::Debug for EventLoop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventLoop")
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handle")
    }
}
