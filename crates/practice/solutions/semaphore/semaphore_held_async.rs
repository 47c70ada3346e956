//! # The permits that nobody holds
//!
//! A server can take three requests at once, and there are twelve
//! flags. Each download acquires a permit before its request, and
//! there are three permits. Still the server sees all twelve
//! requests at once.
//!
//! Mend `download_one`, so that the server sees three at once: no
//! more, and no fewer.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};
use tokio::{sync::Semaphore, task::JoinSet, time};

const PERMITS: usize = 3;
const FLAGS: usize = 12;
const ANSWER: Duration = Duration::from_millis(200);

// As in crates/semaphore/src/inside/crowd.rs:
/// Counts the units that exist, and how many did at the peak.
#[derive(Clone, Debug, Default)]
pub struct Crowd(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    now: AtomicUsize,
    peak: AtomicUsize,
}

/// A unit that exists, until this is dropped.
#[derive(Debug)]
pub struct Member(Crowd);

impl Crowd {
    /// Counts a unit more.
    pub fn join(&self) -> Member {
        let now = self.0.now.fetch_add(1, SeqCst) + 1;
        self.0.peak.fetch_max(now, SeqCst);
        Member(self.clone())
    }

    /// Returns how many units existed at once, at the most.
    pub fn peak(&self) -> usize {
        self.0.peak.load(SeqCst)
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        self.0.0.now.fetch_sub(1, SeqCst);
    }
}
// (end of what the lesson has)

/// Makes a request; `server` counts it until it is answered.
async fn get_flag(server: &Crowd) {
    let request = server.join();
    time::sleep(ANSWER).await;
    drop(request);
}

/// Makes a request as soon as there is a permit for it.
async fn download_one(semaphore: &Semaphore, server: &Crowd) {
    // With a name it lives to the end of this block.
    let _permit = semaphore.acquire().await.expect("it is open");
    get_flag(server).await;
}

/// Downloads all flags; returns how many requests the server saw
/// at once, at the most.
async fn download_many() -> usize {
    let semaphore = Arc::new(Semaphore::new(PERMITS));
    let server = Crowd::default();
    let mut units = JoinSet::new();
    for _ in 0..FLAGS {
        let (semaphore, server) =
            (semaphore.clone(), server.clone());
        units.spawn(async move {
            download_one(&semaphore, &server).await;
        });
    }
    units.join_all().await;
    server.peak()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let peak = download_many().await;
    println!("{PERMITS} permits, {peak} requests at once.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::runtime::Builder;

    #[test]
    #[timeout(10_000)]
    fn the_server_sees_three_requests_at_once() {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let hour = Duration::from_secs(60 * 60);
        let work =
            async { time::timeout(hour, download_many()).await };
        let peak = runtime.block_on(work).expect(
            "an hour later flags still wait for a permit: they \
             never come back",
        );
        assert!(
            peak <= 3,
            "the server saw {peak} requests at once, with 3 \
             permits: each was given back before its request began"
        );
        assert_eq!(
            peak, 3,
            "three may be under way at once, and {peak} was"
        );
    }
}
