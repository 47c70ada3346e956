//! # The saving that stands still
//!
//! Whoever asks to save a file hears after `LIMIT` at the latest:
//! "it is saved", or "it will be saved later". But what is not
//! saved by then is never saved: its other blocks are missing.
//!
//! Mend `answer`: after `LIMIT` the saving goes on by itself, to
//! its last block. The answer comes no later than before.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};
use tokio::{task, time};

const LIMIT: Duration = Duration::from_millis(250);
const BLOCKS: usize = 5;

/// A disk that takes its time for each block.
struct Disk {
    pace: Duration,
    written: AtomicUsize,
}

impl Disk {
    fn new(pace: Duration) -> Arc<Self> {
        Arc::new(Self { pace, written: AtomicUsize::new(0) })
    }

    fn written(&self) -> usize {
        self.written.load(Relaxed)
    }
}

#[derive(Debug, PartialEq)]
enum Answer {
    Saved,
    Later,
}

/// Saves a file, block by block.
async fn save(disk: Arc<Disk>) {
    for _ in 0..BLOCKS {
        time::sleep(disk.pace).await;
        disk.written.fetch_add(1, Relaxed);
    }
}

/// Lets a file be saved, and says something within `LIMIT`.
async fn answer(disk: &Arc<Disk>) -> Answer {
    // A task of its own: the runtime polls it. When the time is
    // over, only the handle is dropped, and not the saving.
    let saving = task::spawn(save(disk.clone()));
    match time::timeout(LIMIT, saving).await {
        Ok(end) => {
            end.expect("the saving panicked");
            Answer::Saved
        }
        Err(_) => Answer::Later,
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let disk = Disk::new(Duration::from_millis(100));
    let answer = answer(&disk).await;
    let written = disk.written();
    println!("{answer:?}: {written} of {BLOCKS} blocks are saved.");
    time::sleep(LIMIT * 2).await;
    let written = disk.written();
    println!("Later: {written} of {BLOCKS} blocks are saved.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::{runtime::Builder, time::Instant};

    /// Returns the answer, after which time it came, and how many
    /// blocks were written then and an hour later.
    fn ask(pace: Duration) -> (Answer, Duration, usize, usize) {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let (disk, start) = (Disk::new(pace), Instant::now());
            let answer = answer(&disk).await;
            let (took, then) = (start.elapsed(), disk.written());
            time::sleep(Duration::from_secs(3600)).await;
            (answer, took, then, disk.written())
        })
    }

    #[test]
    #[timeout(10_000)]
    fn what_was_promised_for_later_is_saved_later() {
        let (answer, took, then, later) =
            ask(Duration::from_millis(100));
        assert_eq!(
            (answer, took),
            (Answer::Later, LIMIT),
            "the file needs 500 ms: the answer was to come after \
             250, and to be Later"
        );
        assert_eq!(
            later, BLOCKS,
            "the answer was \"later\", with {then} of {BLOCKS} \
             blocks written; an hour later there are {later}. A \
             future that is dropped does not go on by itself: it \
             is gone, with all that it had still to do"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn what_is_saved_in_time_is_said_to_be_saved() {
        let (answer, took, then, later) =
            ask(Duration::from_millis(10));
        assert_eq!(
            (answer, took, then, later),
            (Answer::Saved, Duration::from_millis(50), 5, 5),
            "5 blocks of 10 ms are saved after 50 ms, and the \
             answer comes with the last of them"
        );
    }
}
