//! # The first good answer
//!
//! Several sites have the same list of countries. Write
//! `first_good`, which asks all of them and takes the first good
//! answer:
//!
//! - All requests are under way at the same time.
//! - An error does not end it, as long as another site may answer.
//! - The first good answer does: the requests that are left are
//!   dropped before `first_good` returns.
//! - If no site has a good answer, it returns all errors, in the
//!   order in which they came.
//!
//! Look into `futures_util::stream`.

use futures_util::stream::{FuturesUnordered, StreamExt};
use std::time::Duration;
use tokio::time;

/// Returns the first good answer to `requests`, or all errors.
async fn first_good<R>(
    requests: Vec<R>,
) -> Result<String, Vec<String>>
where
    R: Future<Output = Result<String, String>>,
{
    let mut errors = Vec::new();
    // Owns the requests: what is left ends with this function.
    let mut ends: FuturesUnordered<R> =
        requests.into_iter().collect();
    while let Some(end) = ends.next().await {
        match end {
            Ok(answer) => return Ok(answer),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}

/// Asks a site, which answers after so many milliseconds.
async fn ask(
    millis: u64,
    answer: Result<&str, &str>,
) -> Result<String, String> {
    time::sleep(Duration::from_millis(millis)).await;
    answer.map(str::to_owned).map_err(str::to_owned)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let requests = vec![
        ask(300, Ok("Brazil, says the slow one")),
        ask(100, Err("not found")),
        ask(200, Ok("Brazil")),
    ];
    println!("{:?}", first_good(requests).await);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::cell::Cell;
    use tokio::time::Instant;

    fn run<T>(test: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime")
            .block_on(test)
    }

    #[test]
    #[timeout(10_000)]
    fn the_first_good_answer_is_taken() {
        let requests = vec![
            ask(30, Ok("Chile")),
            ask(10, Err("not found")),
            ask(20, Ok("Brazil")),
        ];
        let (answer, took) = run(async {
            let start = Instant::now();
            let answer = first_good(requests).await;
            (answer, start.elapsed().as_millis())
        });
        assert_eq!(
            answer.as_deref(),
            Ok("Brazil"),
            "an error after 10 ms is no answer, and the good one \
             after 20 ms comes before that after 30"
        );
        assert_eq!(
            took, 20,
            "the first good answer was there after 20 ms, if all \
             were asked at once; first_good took {took}"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn what_is_left_is_dropped() {
        struct Left<'a>(&'a Cell<u32>);
        impl Drop for Left<'_> {
            fn drop(&mut self) {
                self.0.set(self.0.get() - 1);
            }
        }
        let under_way = &Cell::new(0);
        let request = |millis| async move {
            under_way.set(under_way.get() + 1);
            let _left = Left(under_way);
            ask(millis, Ok("Brazil")).await
        };
        run(first_good([30, 10, 20].map(request).into())).ok();
        let left = under_way.get();
        assert_eq!(
            left, 0,
            "{left} requests were still there when first_good had \
             its answer: nobody needs them any more"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn without_a_good_answer_all_errors_are_told() {
        let requests = vec![
            ask(30, Err("out of order")),
            ask(10, Err("not found")),
            ask(20, Err("too many requests")),
        ];
        let errors = run(first_good(requests));
        assert_eq!(
            errors.expect_err("no answer is good"),
            ["not found", "too many requests", "out of order"],
            "all errors, in the order in which they came"
        );
    }
}
