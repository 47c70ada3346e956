//! # The limit that nobody keeps
//!
//! `search` looks for the first number that `fits`; to find out
//! whether one does takes a while of computing. `search_within`
//! gives it a time limit. But the search always goes on to its
//! end, however long that takes, and only then does it return.
//!
//! Mend `search`, so that it ends when its time is over. What it
//! finds in time it still returns. It stays on this thread.

use std::{ops::Range, thread, time::Duration};
use tokio::time::{self, Instant, error::Elapsed};

/// Returns the first number that `fits`.
async fn search(
    numbers: Range<u32>,
    fits: impl Fn(u32) -> bool,
) -> Option<u32> {
    for number in numbers {
        // TODO: where in this loop could the time limit end it?
        if fits(number) {
            return Some(number);
        }
    }
    None
}

/// The same, for `limit` at the most.
async fn search_within(
    limit: Duration,
    numbers: Range<u32>,
    fits: impl Fn(u32) -> bool,
) -> Result<Option<u32>, Elapsed> {
    time::timeout(limit, search(numbers, fits)).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let limit = Duration::from_millis(50);
    let fits = |number| {
        // In place of computing.
        thread::sleep(Duration::from_millis(2));
        number == 200
    };
    let start = Instant::now();
    let found = search_within(limit, 0..300, fits).await;
    let took = start.elapsed().as_millis();
    println!("The limit is 50 ms. After {took} ms: {found:?}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;
    use ntest::timeout;
    use std::cell::Cell;
    use tokio::runtime::Builder;

    const EACH: Duration = Duration::from_millis(1);
    const LIMIT: Duration = Duration::from_millis(100);

    type Found = Result<Option<u32>, Elapsed>;

    /// Looks for `wanted` in so many numbers, each of which takes
    /// a millisecond of the virtual clock; returns what came of
    /// it, and at how many numbers it looked.
    fn look(wanted: u32, count: u32) -> (Found, u32) {
        let looked = Cell::new(0);
        let fits = |number| {
            looked.set(looked.get() + 1);
            // Nobody waits here: the clock moves on, as it does
            // while somebody computes.
            time::advance(EACH).now_or_never();
            number == wanted
        };
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let search = search_within(LIMIT, 0..count, fits);
        (runtime.block_on(search), looked.get())
    }

    #[test]
    #[timeout(10_000)]
    fn a_search_ends_when_its_time_is_over() {
        let (found, looked) = look(999, 1000);
        assert!(
            found.is_err() && looked <= 300,
            "the search had 100 ms, took a millisecond for each of \
             {looked} numbers, and ended with {found:?}. A time \
             limit interrupts no code: it gets its turn when the \
             search gives way, at an .await"
        );
        assert!(
            looked >= 100,
            "there was time to look at 100 numbers, and the search \
             ended after {looked}"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn what_is_found_in_time_is_returned() {
        let (found, looked) = look(42, 60);
        assert_eq!(
            (found, looked),
            (Ok(Some(42)), 43),
            "42 is the 43rd number, and found in time"
        );
        let (found, looked) = look(60, 60);
        assert_eq!(
            (found, looked),
            (Ok(None), 60),
            "none of the 60 numbers fits, which is seen in time"
        );
    }
}
