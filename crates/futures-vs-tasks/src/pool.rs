//! A pool of threads.

use std::{
    panic::{self, AssertUnwindSafe},
    sync::Arc,
};

use crossbeam_channel as channel;

use crate::{
    Queue, ThreadFuture, message,
    sync::thread::{Builder, JoinHandle},
    thread_future,
};

type Job = Box<dyn FnOnce() + Send>;

/// A fixed number of threads that run what is submitted, in the
/// order in which it came; tokio's twin is `spawn_blocking`.
///
/// Dropping it waits until all that was submitted has run. None of
/// its own threads may be the one to drop it.
pub struct Pool {
    feed: Feed,
    threads: Vec<JoinHandle<()>>,
}

/// The way of a job to the threads.
enum Feed {
    Queue(Arc<Queue<Job>>),
    Channel(channel::Sender<Job>),
    Closed,
}

impl Pool {
    /// Starts a pool of `size` threads, fed by a queue of ours.
    ///
    /// # Panics
    ///
    /// If the system starts no more threads.
    pub fn new(size: usize) -> Self {
        let queue = Arc::new(Queue::new());
        let jobs = queue.clone();
        let next = move || jobs.recv();
        Self::start(size, Feed::Queue(queue), next)
    }

    /// Starts a pool of `size` threads, fed by a crossbeam channel.
    /// It is used in the same way, and needs no queue of ours.
    ///
    /// # Panics
    ///
    /// If the system starts no more threads.
    pub fn with_channel(size: usize) -> Self {
        let (sender, jobs) = channel::unbounded();
        let next = move || jobs.recv().ok();
        Self::start(size, Feed::Channel(sender), next)
    }

    fn start(
        size: usize,
        feed: Feed,
        next: impl Fn() -> Option<Job> + Clone + Send + 'static,
    ) -> Self {
        let start = |number| {
            let next = next.clone();
            let name = format!("pool-{number}");
            let thread =
                Builder::new().name(name).spawn(move || {
                    while let Some(job) = next() {
                        job();
                    }
                });
            thread.expect("the system starts a thread")
        };
        let threads = (0..size).map(start).collect();
        Self { feed, threads }
    }

    /// Hands in `work`, to be run by the next thread that is free.
    /// A panic of it becomes its result.
    pub fn submit<T: Send + Sync + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> ThreadFuture<T> {
        let (sender, future) = thread_future::channel();
        let job: Job = Box::new(move || {
            let end = panic::catch_unwind(AssertUnwindSafe(work));
            sender.send(end.map_err(|payload| {
                let message = message(&*payload);
                thread_future::Error::Panicked(message)
            }));
        });
        // A job that cannot be handed in is dropped, and with it
        // the sender: its future says `Closed`.
        match &self.feed {
            Feed::Queue(queue) => drop(queue.send(job)),
            Feed::Channel(sender) => drop(sender.send(job)),
            Feed::Closed => drop(job),
        }
        future
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        if let Feed::Queue(queue) = &self.feed {
            queue.close();
        }
        self.feed = Feed::Closed; // drops the channel's sender
        for thread in self.threads.drain(..) {
            thread.join().expect("a job cannot panic");
        }
    }
}
