//! # Your own rate limiter
//!
//! A semaphore says how many may be at work, and a rate limiter how
//! often one may begin. Write one that many tasks share: each waits
//! for its turn, and then does what it wants, as long as it wants.
//!
//! - the first turn is at once, and each next one an interval after
//!   the one before, whoever asks;
//! - a turn that nobody took is lost: after a pause there is no
//!   burst.

use std::{sync::Mutex, time::Duration};
use tokio::time::{self, Instant};

/// Hands out turns, one in each interval.
struct RateLimiter {
    interval: Duration,
    /// When the next turn is, unless that is over.
    next: Mutex<Instant>,
}

impl RateLimiter {
    /// Makes a limiter of one turn in each `interval`.
    fn new(interval: Duration) -> Self {
        Self { interval, next: Mutex::new(Instant::now()) }
    }

    /// Takes the next turn, and returns when it has come.
    async fn turn(&self) {
        // TODO: whose turn is when?
        todo!("take the next turn, and wait until it has come")
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let limiter = RateLimiter::new(Duration::from_millis(100));
    let start = Instant::now();
    for code in ["BD", "CN", "EG", "IN", "US"] {
        limiter.turn().await;
        let after = start.elapsed().as_millis();
        println!("{code} begins after {after} ms.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::sync::Arc;
    use tokio::{runtime::Builder, task::JoinSet};

    const INTERVAL: Duration = Duration::from_millis(100);

    fn run<T>(work: impl Future<Output = T>) -> T {
        let mut runtime = Builder::new_current_thread();
        let runtime = runtime.enable_time().start_paused(true);
        runtime.build().expect("a runtime").block_on(work)
    }

    /// Lets so many tasks ask at once; returns after how many
    /// milliseconds each had its turn.
    async fn turns(
        limiter: &Arc<RateLimiter>,
        count: usize,
    ) -> Vec<u128> {
        let start = Instant::now();
        let mut units = JoinSet::new();
        for _ in 0..count {
            let limiter = limiter.clone();
            units.spawn(async move {
                limiter.turn().await;
                start.elapsed().as_millis()
            });
        }
        let mut turns = units.join_all().await;
        turns.sort_unstable();
        turns
    }

    #[test]
    #[timeout(10_000)]
    fn turns_are_an_interval_apart() {
        run(async {
            let limiter = Arc::new(RateLimiter::new(INTERVAL));
            let turns = turns(&limiter, 4).await;
            assert_eq!(
                turns,
                [0, 100, 200, 300],
                "four tasks asked at once for turns 100 ms apart; \
                 they had them after {turns:?} ms"
            );
        });
    }

    #[test]
    #[timeout(10_000)]
    fn a_pause_earns_no_burst() {
        run(async {
            let limiter = Arc::new(RateLimiter::new(INTERVAL));
            turns(&limiter, 1).await;
            time::sleep(INTERVAL * 5 / 2).await;
            let turns = turns(&limiter, 3).await;
            assert_eq!(
                turns,
                [0, 100, 200],
                "after a pause of 250 ms three tasks had their \
                 turns after {turns:?} ms: a turn that nobody took \
                 is lost, and the next one is 100 ms after the last"
            );
        });
    }
}
