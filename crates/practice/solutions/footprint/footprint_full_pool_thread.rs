//! # The pool that waits for itself
//!
//! To save threads, all work goes to a pool of two. A download is a
//! job for the pool: it asks for the flag, and has another job of
//! the same pool ask for the country's name meanwhile. With one
//! download that worked well. Now there are twenty, and nothing
//! happens any more.
//!
//! Mend `download_one`. The pool keeps its two threads, and the
//! downloads are still its jobs. (More threads would only help
//! until there are more downloads.)

use crossbeam_channel::{self as channel, Receiver, Sender};
use std::{thread, time::Duration};

type Job = Box<dyn FnOnce() + Send>;

/// A queue of jobs, and threads that do them.
#[derive(Clone)]
struct Pool {
    queue: Sender<Job>,
    jobs: Receiver<Job>,
}

impl Pool {
    fn new() -> Self {
        let (queue, jobs) = channel::unbounded();
        Self { queue, jobs }
    }

    /// Starts the threads.
    fn start(&self) {
        for _ in 0..2 {
            let jobs = self.jobs.clone();
            thread::spawn(move || {
                jobs.iter().for_each(|job| job())
            });
        }
    }

    /// Puts `work` into the queue; what it returns will come out of
    /// the channel.
    fn submit<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Receiver<T> {
        let (sender, result) = channel::bounded(1);
        let job = move || drop(sender.send(work()));
        self.queue.send(Box::new(job)).expect("jobs are wanted");
        result
    }
}

/// Asks the site, which takes its time.
fn ask(what: &str, number: usize) -> String {
    thread::sleep(Duration::from_millis(1));
    format!("{what} {number}")
}

/// Fetches the flag and the name of a country.
fn download_one(number: usize) -> [String; 2] {
    let flag = ask("flag", number);
    // A job must not wait for a job of its own pool: who has a
    // thread asks himself.
    let name = ask("name", number);
    [flag, name]
}

/// Downloads so many countries, each by a job for a pool.
fn download_many(count: usize) -> Vec<[String; 2]> {
    let pool = Pool::new();
    let submit = |number| pool.submit(move || download_one(number));
    let downloads: Vec<_> = (0..count).map(submit).collect();
    pool.start();
    let ends = downloads.iter().map(|download| download.recv());
    ends.map(|end| end.expect("all jobs are done")).collect()
}

/// Downloads; returns nothing if that takes longer than `limit`.
fn in_time(limit: Duration) -> Option<Vec<[String; 2]>> {
    let (sender, end) = channel::bounded(1);
    thread::spawn(move || sender.send(download_many(20)));
    end.recv_timeout(limit).ok()
}

fn main() {
    let ends = in_time(Duration::from_secs(1));
    let count = ends.map_or(0, |ends| ends.len());
    println!("After a second, {count} of 20 are complete.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::collections::HashSet;

    #[test]
    #[timeout(10_000)]
    fn a_full_pool_still_does_its_jobs() {
        let Some(ends) = in_time(Duration::from_secs(4)) else {
            panic!(
                "after 4 s no download is complete: each thread of \
                 the pool waits for a job in the queue, and a \
                 thread that waits takes no other job"
            );
        };
        let of = |number| {
            ["flag", "name"].map(|what| format!("{what} {number}"))
        };
        let expected: Vec<_> = (0..20).map(of).collect();
        assert_eq!(ends, expected, "each country once, in order");
        let pool = Pool::new();
        let id = || (ask("", 0), thread::current().id()).1;
        let ids: Vec<_> =
            (0..20).map(|_| pool.submit(id)).collect();
        pool.start();
        let ids = ids.iter().map(|id| id.recv().expect("an id"));
        let count = ids.collect::<HashSet<_>>().len();
        assert!(
            count <= 2,
            "the pool has {count} threads, not two"
        );
    }
}
