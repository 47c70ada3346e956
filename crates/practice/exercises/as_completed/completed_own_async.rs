//! # Your own as_completed
//!
//! Write what hands out the results of many futures in the order in
//! which they are there, without tasks and `FuturesUnordered`: a
//! list of those that are pending, and somebody who polls them.
//!
//! - `next` returns the result that is there first, and `None` when
//!   all were taken; meanwhile all wait at the same time;
//! - if there is nothing to take, it waits, and does not poll in
//!   circles;
//! - whoever drops a `next`, since a time limit has run out, loses
//!   no result.

use std::{pin::Pin, time::Duration};
use tokio::time;

type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// Futures whose results nobody has taken.
struct AsCompleted<T> {
    pending: Vec<Pending<T>>,
}

impl<T> AsCompleted<T> {
    /// Returns the next result, as soon as there is one.
    async fn next(&mut self) -> Option<T> {
        // TODO: they are in `self.pending`.
        todo!("poll those that are pending, hand out what is ready")
    }
}

/// Asks for three flags, which take some time.
fn flags() -> AsCompleted<&'static str> {
    let flag = |(code, millis)| -> Pending<_> {
        let time = Duration::from_millis(millis);
        Box::pin(async move {
            time::sleep(time).await;
            code
        })
    };
    let flags = [("BD", 300), ("CN", 100), ("EG", 200)];
    AsCompleted { pending: flags.map(flag).into() }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut ends = flags();
    while let Some(code) = ends.next().await {
        println!("{code}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::{cell::Cell, future, rc::Rc, task};
    use tokio::{runtime::Builder, time::Instant};

    /// Does `work`, by a clock that jumps ahead when all wait.
    fn run<T>(work: impl Future<Output = T>) -> T {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let hour = Duration::from_secs(3600);
        let end = async { time::timeout(hour, work).await };
        runtime.block_on(end).expect("`next` waits for ever")
    }

    #[test]
    #[timeout(10_000)]
    fn results_come_as_they_are_there() {
        let seen = run(async {
            let (start, mut ends) = (Instant::now(), flags());
            let mut seen = Vec::new();
            while let Some(code) = ends.next().await {
                seen.push((code, start.elapsed().as_millis()));
            }
            seen
        });
        assert_eq!(
            seen,
            [("CN", 100), ("EG", 200), ("BD", 300)],
            "all wait at the same time, and each is taken after as \
             many ms as it needs"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn nobody_is_polled_in_circles() {
        let polls = Rc::new(Cell::new(0));
        let counted = polls.clone();
        let silent = future::poll_fn(move |_| {
            counted.set(counted.get() + 1);
            assert!(counted.get() < 99, "it was polled 99 times");
            task::Poll::<()>::Pending
        });
        let mut ends =
            AsCompleted { pending: vec![Box::pin(silent)] };
        let limit = Duration::from_secs(1);
        run(async { time::timeout(limit, ends.next()).await.ok() });
        let polls = polls.get();
        assert!(
            (1..=2).contains(&polls),
            "a future that nobody woke was polled {polls} times"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn a_time_limit_loses_no_result() {
        let (limit, mut ends) =
            (Duration::from_millis(50), flags());
        let rest = run(async {
            time::timeout(limit, ends.next()).await.ok();
            [ends.next().await, ends.next().await]
        });
        assert_eq!(
            rest,
            [Some("CN"), Some("EG")],
            "a `next` was dropped after 50 ms, and with it results \
             that were still to come"
        );
    }
}
