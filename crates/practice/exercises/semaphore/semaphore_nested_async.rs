//! # One thread, and nobody goes on
//!
//! For each flag two requests are made: one for the image, one for
//! the name of its country. The server takes two requests at once,
//! so each of them has to hold a permit. One flag alone is no
//! trouble; with four, the program stands still. There is no second
//! thread, and no lock.
//!
//! Mend the program, so that it ends. No more than two requests may
//! be under way at once, and `get_country` goes on to acquire its
//! own permit: others call it, too.

use futures_util::future::join_all;
use std::{cell::Cell, time::Duration};
use tokio::{sync::Semaphore, time};

const ANSWER: Duration = Duration::from_millis(100);

/// A server, and the permits for requests to it.
struct Site {
    permits: Semaphore,
    now: Cell<u32>,
    peak: Cell<u32>,
}

impl Site {
    fn new() -> Self {
        let (now, peak) = (Cell::new(0), Cell::new(0));
        Self { permits: Semaphore::new(2), now, peak }
    }

    /// Makes a request, and counts those that are under way.
    async fn request(&self) {
        self.now.set(self.now.get() + 1);
        self.peak.set(self.peak.get().max(self.now.get()));
        time::sleep(ANSWER).await;
        self.now.set(self.now.get() - 1);
    }
}

async fn get_country(site: &Site) {
    let _permit = site.permits.acquire().await;
    site.request().await;
}

async fn download_one(site: &Site) {
    let _permit = site.permits.acquire().await;
    site.request().await;
    // TODO: what does this download hold while it waits here?
    get_country(site).await;
}

/// Downloads so many flags at once.
async fn download_many(site: &Site, count: usize) {
    join_all((0..count).map(|_| download_one(site))).await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for count in [1, 4] {
        let site = Site::new();
        let download = download_many(&site, count);
        let limit = Duration::from_secs(1);
        let end = match time::timeout(limit, download).await {
            Ok(()) => "done",
            Err(_) => "nobody goes on",
        };
        println!("Flags: {count}, {end}.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::runtime::Builder;

    /// Does `work` for an hour at the most. The clock is paused:
    /// when all wait for one another, the hour is over at once.
    fn within_an_hour(work: impl Future<Output = ()>) -> bool {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let limit = Duration::from_secs(60 * 60);
        let work = async { time::timeout(limit, work).await };
        runtime.block_on(work).is_ok()
    }

    #[test]
    #[timeout(10_000)]
    fn four_flags_are_downloaded() {
        let site = Site::new();
        let done = within_an_hour(download_many(&site, 4));
        assert!(
            done,
            "an hour later nobody has gone on: whoever holds one \
             of the 2 permits waits for another, and none comes \
             back. For such a circle one thread is enough"
        );
        let peak = site.peak.get();
        assert_eq!(peak, 2, "{peak} requests at once, 2 may be");
    }

    #[test]
    #[timeout(10_000)]
    fn a_country_alone_needs_a_permit_too() {
        let site = Site::new();
        let countries = (0..5).map(|_| get_country(&site));
        let work = async {
            join_all(countries).await;
        };
        assert!(within_an_hour(work), "five names are not there");
        let peak = site.peak.get();
        assert_eq!(
            peak, 2,
            "{peak} names were asked for at once: `get_country` \
             must hold a permit of its own"
        );
    }
}
