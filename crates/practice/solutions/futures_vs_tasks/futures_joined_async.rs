//! # Joined, on one thread
//!
//! Two computations take long, and the runtime has two threads for
//! them. `join!` was to run them in parallel. It runs both on the
//! same thread, the second when the first is done.
//!
//! Mend `both`, so that the two are computed at the same time.

use std::{hint, thread};
use tokio::{join, task};

/// Computes `left` and `right` in parallel.
async fn both<T: Send + 'static>(
    left: impl FnOnce() -> T + Send + 'static,
    right: impl FnOnce() -> T + Send + 'static,
) -> (T, T) {
    // A thread of its own for each; `join!` awaits both, no more.
    let left = task::spawn_blocking(left);
    let right = task::spawn_blocking(right);
    let (left, right) = join!(left, right);
    (left.expect("no panic"), right.expect("no panic"))
}

// As in crates/futures-vs-tasks/src/job.rs:
/// Keeps this thread's processor busy.
pub fn compute(steps: u64) {
    for step in 0..steps {
        hint::black_box(step);
    }
}
// (end of what the lesson has)

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let work = || {
        compute(2_000_000);
        thread::current().id()
    };
    let (left, right) = both(work, work).await;
    println!("Computed on {left:?} and on {right:?}.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel::{self as channel, Receiver, Sender};
    use ntest::timeout;
    use std::time::Duration;

    /// A computation that tells that it has begun, and then waits
    /// for the other one to begin; returns if it did so in time.
    fn meets(
        begins: Sender<()>,
        other: Receiver<()>,
    ) -> impl FnOnce() -> bool + Send + 'static {
        move || {
            begins.send(()).ok();
            other.recv_timeout(Duration::from_secs(2)).is_ok()
        }
    }

    #[test]
    #[timeout(10_000)]
    fn the_two_are_computed_at_the_same_time() {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .build()
            .expect("a runtime");
        let (left, left_begins) = channel::bounded(1);
        let (right, right_begins) = channel::bounded(1);
        let left = meets(left, right_begins);
        let right = meets(right, left_begins);
        let met = runtime.block_on(both(left, right));
        assert_eq!(
            met,
            (true, true),
            "one of them waited 2 s for the other one to begin, in \
             vain: the parts of a `join!` are one task, on one \
             thread, and who never awaits lets nobody else begin"
        );
    }
}
