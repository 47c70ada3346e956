//! # A room for everybody who waits
//!
//! Each task needs a room of 16 KiB for a moment: it works in it,
//! and counts something there. Then it waits for a signal, and
//! returns the count. With a thread for each that was good enough.
//! Now they are a hundred tasks, and all that wait keep a room.
//!
//! Mend `count_and_wait`, so that whoever waits has no room, nor
//! keeps the place for one. It still does its work in a room of its
//! own before it waits, and returns the count afterwards.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use tokio::sync::{Semaphore, mpsc, mpsc::Sender};
use tokio::task;

// As in crates/footprint/src/stack.rs:
/// How much room a unit needs, in bytes.
pub const ROOM: usize = 16 * 1024;
// (end of what the lesson has)

/// How many rooms there are.
static ROOMS: AtomicUsize = AtomicUsize::new(0);

/// A room to work in.
struct Room([u8; ROOM]);

impl Room {
    fn new() -> Self {
        ROOMS.fetch_add(1, SeqCst);
        Self([0; ROOM])
    }

    /// Returns how many bytes are in use.
    fn count(&self) -> usize {
        self.0.iter().filter(|byte| **byte == 1).count()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        ROOMS.fetch_sub(1, SeqCst);
    }
}

// As in crates/footprint/src/stack.rs:
/// Works in `room`, all over.
#[inline(never)]
fn work_in(room: &mut [u8; ROOM]) {
    black_box(room).fill(1);
}
// (end of what the lesson has)

/// Works in a room, waits at `gate`, and returns what it counted.
async fn count_and_wait(
    gate: Arc<Semaphore>,
    waits: Sender<()>,
) -> usize {
    let mut room = Room::new();
    work_in(&mut room.0);
    let count = room.count();
    // TODO: here it waits. What does its future have to keep?
    drop(waits); // tells that it waits
    gate.acquire().await.err();
    count
}

/// Lets a hundred tasks wait, and returns how many rooms there are
/// meanwhile, and the sum of what they counted.
async fn supervisor() -> (usize, usize) {
    let gate = Arc::new(Semaphore::new(0));
    let (waits, mut all_wait) = mpsc::channel(1);
    let unit = || count_and_wait(gate.clone(), waits.clone());
    let start = |_| task::spawn(unit());
    let handles: Vec<_> = (0..100).map(start).collect();
    drop(waits);
    all_wait.recv().await;
    let rooms = ROOMS.load(SeqCst);
    gate.close();
    let mut sum = 0;
    for handle in handles {
        sum += handle.await.expect("no task panics");
    }
    (rooms, sum)
}

/// Returns the size of what is spawned for each.
fn size() -> usize {
    let (waits, _) = mpsc::channel(1);
    size_of_val(&count_and_wait(Semaphore::new(0).into(), waits))
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (rooms, _) = supervisor().await;
    println!("100 tasks wait, with {rooms} rooms.");
    println!("The future of each is {} bytes large.", size());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    // One test, since all count the same rooms.
    #[test]
    #[timeout(10_000)]
    fn whoever_waits_has_no_room() {
        let runtime =
            tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.expect("a runtime");
        let (rooms, sum) = runtime.block_on(supervisor());
        assert_eq!(sum, 100 * ROOM, "each works all over a room");
        assert_eq!(
            rooms, 0,
            "100 tasks waited, and kept {rooms} rooms of 16 KiB: \
             a variable lives to the end of its block, however \
             long somebody waits before that"
        );
        let size = size();
        assert!(
            size < 1024,
            "no room is left, but the future is {size} bytes large \
             all the same. A task has no stack: the future keeps a \
             place for each variable that is in scope at an await, \
             even for one that was lent and then dropped"
        );
    }
}
