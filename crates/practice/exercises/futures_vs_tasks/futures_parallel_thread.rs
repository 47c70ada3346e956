//! # An interpreter lock of our own
//!
//! Each part of a sum is computed on a thread of its own, and the
//! threads take no less time than one. "Threads never run in
//! parallel", said the author, who came from Python. But Rust has
//! no interpreter lock. This program made itself one.
//!
//! Mend `add_up`, so that the parts are computed at the same time.

use std::{
    hint,
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering::SeqCst},
    },
    thread,
};

/// Adds up what `parts` compute, each on a thread of its own.
fn add_up<P>(parts: Vec<P>) -> u32
where
    P: FnOnce() -> u32 + Send,
{
    let total = Mutex::new(0);
    let add = |part: P| {
        let mut total = total.lock().expect("no panic");
        // TODO: what do the other threads do meanwhile?
        *total += part();
    };
    thread::scope(|scope| {
        for part in parts {
            scope.spawn(|| add(part));
        }
    });
    total.into_inner().expect("no panic")
}

// As in crates/futures-vs-tasks/src/job.rs:
/// Keeps this thread's processor busy.
pub fn compute(steps: u64) {
    for step in 0..steps {
        hint::black_box(step);
    }
}
// (end of what the lesson has)

fn main() {
    let (under_way, most) = (AtomicU32::new(0), AtomicU32::new(0));
    let part = || {
        let count = under_way.fetch_add(1, SeqCst) + 1;
        most.fetch_max(count, SeqCst);
        compute(2_000_000);
        under_way.fetch_sub(1, SeqCst);
        1
    };
    let total = add_up(vec![part; 4]);
    println!("Total: {total}. At once: {}.", most.into_inner());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel::{self as channel, Receiver, Sender};
    use ntest::timeout;
    use std::time::Duration;

    /// A part that tells that it has begun, and waits for the
    /// other one to begin; the result is 1 if that came in time.
    fn part(
        begins: Sender<()>,
        other: Receiver<()>,
    ) -> impl FnOnce() -> u32 + Send {
        move || {
            begins.send(()).ok();
            let other = other.recv_timeout(Duration::from_secs(2));
            u32::from(other.is_ok())
        }
    }

    #[test]
    #[timeout(10_000)]
    fn the_parts_are_computed_at_the_same_time() {
        let (left, left_begins) = channel::bounded(1);
        let (right, right_begins) = channel::bounded(1);
        let parts = vec![
            part(left, right_begins),
            part(right, left_begins),
        ];
        let met = add_up(parts);
        assert_eq!(
            met, 2,
            "one part waited 2 s for the other one to begin, in \
             vain: who computes first lets the other one wait, for \
             a lock or for its turn, until it has its result"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn no_part_is_lost() {
        let total = add_up(vec![|| 2; 21]);
        assert_eq!(total, 42, "21 parts of 2 each");
    }
}
