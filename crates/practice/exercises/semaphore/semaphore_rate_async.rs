//! # Ten a second
//!
//! We promised a server two things: no more than five requests at
//! once, and no more than ten in a second. Somebody wrote a
//! semaphore of five permits, and thought of both. But the server
//! is quick, and thirty requests are there before it can say "ten".
//!
//! Mend `request_many`, so that it keeps both promises. It need not
//! be slower than that: thirty requests take about three seconds.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    sync::Semaphore,
    task::JoinSet,
    time::{self, Instant},
};

const AT_ONCE: usize = 5;
const PER_SECOND: u32 = 10;

/// A server that remembers when requests arrived.
#[derive(Clone)]
struct Server {
    answer: Duration,
    arrived: Arc<Mutex<Vec<Instant>>>,
}

impl Server {
    fn new(answer: Duration) -> Self {
        Self { answer, arrived: Arc::default() }
    }

    async fn request(&self) {
        let now = Instant::now();
        self.arrived.lock().expect("no panic").push(now);
        time::sleep(self.answer).await;
    }

    /// Returns how many arrived within `span`, at the most.
    fn most_within(&self, span: Duration) -> usize {
        let arrived = self.arrived.lock().expect("no panic");
        let from = |first: &Instant| {
            let span = *first..*first + span;
            arrived.iter().filter(|it| span.contains(it)).count()
        };
        arrived.iter().map(from).max().unwrap_or(0)
    }
}

/// Makes so many requests.
async fn request_many(count: u32, server: &Server) {
    let semaphore = Arc::new(Semaphore::new(AT_ONCE));
    let mut units = JoinSet::new();
    for _ in 0..count {
        let permit = semaphore.clone().acquire_owned().await;
        let server = server.clone();
        units.spawn(async move {
            server.request().await;
            drop(permit);
        });
        // TODO: when may the next one begin? `PER_SECOND` says it.
    }
    units.join_all().await;
}

// Its clock is paused, and jumps ahead when all wait.
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let server = Server::new(Duration::from_millis(20));
    request_many(30, &server).await;
    let most = server.most_within(Duration::from_secs(1));
    println!("{most} in a second, {PER_SECOND} are allowed.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::runtime::Builder;

    /// Makes `count` requests; returns how long they took.
    fn run(count: u32, server: &Server) -> Duration {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let start = Instant::now();
            request_many(count, server).await;
            start.elapsed()
        })
    }

    #[test]
    #[timeout(10_000)]
    fn no_more_than_ten_requests_arrive_in_a_second() {
        let server = Server::new(Duration::from_millis(20));
        let took = run(30, &server);
        let most = server.most_within(Duration::from_secs(1));
        assert!(
            most <= 10,
            "{most} requests arrived in a second: five permits say \
             how many are under way, and when the answers are \
             quick the permits come back at once"
        );
        assert!(
            took <= Duration::from_secs(4),
            "it took {took:?}: at ten a second, thirty need three \
             seconds or so"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn no_more_than_five_requests_are_under_way() {
        let answer = Duration::from_secs(2);
        let server = Server::new(answer);
        run(12, &server);
        let most = server.most_within(answer);
        assert_eq!(
            most, 5,
            "with answers that take 2 s, {most} requests were \
             under way at once, not 5: how often is not how many"
        );
    }
}
