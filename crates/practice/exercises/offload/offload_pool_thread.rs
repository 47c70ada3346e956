//! # A pool that ends gracefully
//!
//! Write a pool for work that blocks. `Pool::new(3)` starts three
//! threads; `spawn` hands work over, and a free thread does it.
//!
//! - Work that panics takes no thread of the pool with it.
//! - Whoever drops the pool waits until all that was handed over
//!   is done, begun or not, and the threads have ended.

use crossbeam_channel::Sender;
use std::thread;

// As in crates/offload/src/pool/threads.rs:
type Work = Box<dyn FnOnce() + Send>;

/// So many threads, which do what they are handed.
///
/// When it is dropped, it waits until all is done.
pub struct Pool {
    work: Option<Sender<Work>>,
    threads: Vec<thread::JoinHandle<()>>,
}
// (end of what the lesson has)

impl Pool {
    /// Starts so many threads.
    pub fn new(threads: usize) -> Self {
        // TODO: whence do they take work, and when do they end?
        todo!("start {threads} threads")
    }

    /// Hands `work` over.
    pub fn spawn(&self, work: impl FnOnce() + Send + 'static) {
        todo!("hand the work to a thread")
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        todo!("let all be done, and wait for the threads")
    }
}

fn main() {
    let pool = Pool::new(2);
    for number in 1..=4 {
        pool.spawn(move || println!("Flag {number} is saved."));
    }
    drop(pool);
    println!("The pool is gone.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel as channel;
    use ntest::timeout;
    use std::time::Duration;

    const PATIENCE: Duration = Duration::from_secs(2);

    #[test]
    #[timeout(10_000)]
    fn as_much_is_done_at_once_as_there_are_threads() {
        let (begin, begun) = channel::bounded(3);
        let (go, may_go) = channel::bounded::<()>(0);
        thread::spawn(move || {
            let pool = Pool::new(3);
            for _ in 0..3 {
                let both = (begin.clone(), may_go.clone());
                pool.spawn(move || {
                    both.0.send(()).ok();
                    both.1.recv().ok();
                });
            }
        });
        for number in 1..=3 {
            assert!(
                begun.recv_timeout(PATIENCE).is_ok(),
                "3 threads have 3 pieces of work, and number \
                 {number} does not begin while the others go on"
            );
        }
        drop(go);
    }

    #[test]
    #[timeout(10_000)]
    fn whoever_drops_the_pool_waits_until_all_is_done() {
        let (tell, told) = channel::bounded(6);
        let (end, ended) = channel::bounded(1);
        thread::spawn(move || {
            let pool = Pool::new(2);
            for _ in 0..6 {
                let tell = tell.clone();
                pool.spawn(move || {
                    thread::sleep(Duration::from_millis(50));
                    tell.send(()).ok();
                });
            }
            drop(pool);
            end.send(told.try_iter().count()).ok();
        });
        let done = ended.recv_timeout(PATIENCE).expect(
            "`drop` does not return: it waits for the threads, and \
             for what do they wait? See above if it panicked",
        );
        assert_eq!(
            done, 6,
            "the pool is gone, and {done} of 6 pieces of work are \
             done: it was to wait for all of them"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn work_that_panics_takes_no_thread_with_it() {
        let (tell, told) = channel::bounded(1);
        thread::spawn(move || {
            let pool = Pool::new(1);
            pool.spawn(|| panic!("this work panics, as it should"));
            pool.spawn(move || tell.send(()).unwrap_or(()));
        });
        assert!(
            told.recv_timeout(PATIENCE).is_ok(),
            "the first piece of work panicked, and the second one \
             was never done: the panic took the only thread along"
        );
    }
}
