//! A pool of threads for work that blocks, which the standard
//! library lacks, under the names of its tokio twin.

use std::{
    panic::{self, AssertUnwindSafe},
    thread,
};

use crossbeam_channel::{self as channel, Receiver, Sender};

type Work = Box<dyn FnOnce() + Send>;

/// So many threads, which do what they are handed.
///
/// When it is dropped, it waits until all is done.
pub struct Pool {
    work: Option<Sender<Work>>,
    threads: Vec<thread::JoinHandle<()>>,
}

/// Work that was handed over.
pub struct JoinHandle<T>(Receiver<Result<T, JoinError>>);

/// The work panicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the work panicked")]
pub struct JoinError;

impl Pool {
    /// Starts so many threads.
    ///
    /// # Panics
    ///
    /// If the system starts no more.
    pub fn new(threads: usize) -> Self {
        let (work, given) = channel::bounded::<Work>(threads);
        let start = |_| {
            let given = given.clone();
            thread::spawn(move || given.iter().for_each(|it| it()))
        };
        let threads = (0..threads).map(start).collect();
        Self { work: Some(work), threads }
    }

    /// Hands `work` over; if all threads are busy and as much is
    /// waiting, this thread waits.
    ///
    /// # Panics
    ///
    /// If its threads are gone, which only its end brings about.
    pub fn spawn_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> JoinHandle<T> {
        let (answer, told) = channel::bounded(1);
        let work = move || {
            // Work that panics takes no thread with it.
            let end = panic::catch_unwind(AssertUnwindSafe(work));
            // Nobody may be left who wants to know.
            answer.send(end.map_err(|_| JoinError)).ok();
        };
        let to = self.work.as_ref().expect("taken by drop only");
        to.send(Box::new(work)).expect("the threads receive");
        JoinHandle(told)
    }
}

impl<T> JoinHandle<T> {
    /// Waits for the work, and returns what it returned.
    ///
    /// # Errors
    ///
    /// If it panicked.
    pub fn join(self) -> Result<T, JoinError> {
        self.0.recv().unwrap_or(Err(JoinError))
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        drop(self.work.take());
        for thread in self.threads.drain(..) {
            // Work may have panicked; the thread has not.
            thread.join().ok();
        }
    }
}
