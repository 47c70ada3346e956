//! # Stop is not heard
//!
//! A search for primes goes on until somebody says stop, and at
//! the latest until all candidates are tested. It is told to stop
//! at once, by another task on the same thread, and it looks at
//! `stop` before every candidate. Yet it tests all of them.
//!
//! Mend `search`, so that it stops long before the last candidate.
//! If nobody says stop, it still tests all of them.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::task;

const CANDIDATES: u32 = 20_000;

fn is_prime(number: u32) -> bool {
    let mut divisors = 2..=number.isqrt();
    number > 1 && divisors.all(|it| !number.is_multiple_of(it))
}

/// Tests all candidates, or those that come before `stop`; returns
/// how many it tested, and how many primes were among them.
async fn search(stop: Arc<AtomicBool>) -> (u32, u32) {
    let mut primes = 0;
    for candidate in 0..CANDIDATES {
        if stop.load(Ordering::Relaxed) {
            return (candidate, primes);
        }
        // Nobody takes the thread away, so this task gives it away:
        // others run here, and then it goes on.
        task::yield_now().await;
        primes += u32::from(is_prime(candidate));
    }
    (CANDIDATES, primes)
}

/// Searches, while another task says stop.
async fn supervisor() -> (u32, u32) {
    let stop = Arc::new(AtomicBool::new(false));
    let key = stop.clone();
    task::spawn(async move {
        key.store(true, Ordering::Relaxed);
    });
    search(stop).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (tested, primes) = supervisor().await;
    println!("It was told to stop at once. Candidates tested:");
    println!("{tested} of {CANDIDATES}; primes found: {primes}.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    fn run<T>(future: impl Future<Output = T>) -> T {
        let runtime =
            tokio::runtime::Builder::new_current_thread().build();
        runtime.expect("a runtime").block_on(future)
    }

    #[test]
    #[timeout(10_000)]
    fn a_search_hears_that_it_is_to_stop() {
        let (tested, _) = run(supervisor());
        assert!(
            tested < CANDIDATES,
            "the search was told to stop at once, and tested \
             {tested} of {CANDIDATES} candidates: nobody takes a \
             task off its thread, and an .await gives the thread \
             away only where it has to wait"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn a_search_that_nobody_stops_tests_all_candidates() {
        let nobody = Arc::new(AtomicBool::new(false));
        let (tested, primes) = run(search(nobody));
        assert_eq!(tested, CANDIDATES, "nobody said stop");
        assert_eq!(primes, 2262, "there are as many below 20,000");
    }
}
