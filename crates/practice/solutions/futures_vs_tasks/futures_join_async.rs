//! # A join of your own
//!
//! `join!` is no magic: it is one future, which polls others. Write
//! a function `join` for two futures, without the library's, and
//! without a task:
//!
//! 1. It returns both results, when both are there.
//! 2. Both futures are polled: while one waits, the other goes on.
//! 3. A future that is done is not polled again.
//! 4. Whoever awaits it is woken when one of the two can go on,
//!    and not before.
//!
//! `std::future::poll_fn` makes a future of a closure, and
//! `std::pin::pin!` lets you poll one that lives in your function.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    task::{Context, Poll},
    time::{Duration, Instant},
};
use tokio::time;

/// Polls `future`, unless its `end` is there already.
fn advance<F: Future>(
    future: Pin<&mut F>,
    end: &mut Option<F::Output>,
    context: &mut Context<'_>,
) {
    if end.is_none()
        && let Poll::Ready(value) = future.poll(context)
    {
        *end = Some(value);
    }
}

/// Runs both futures at once; returns both results.
async fn join<L: Future, R: Future>(
    left: L,
    right: R,
) -> (L::Output, R::Output) {
    let (mut left, mut right) = (pin!(left), pin!(right));
    let (mut left_end, mut right_end) = (None, None);
    poll_fn(|context| {
        // Both get our waker: whichever can go on wakes us.
        advance(left.as_mut(), &mut left_end, context);
        advance(right.as_mut(), &mut right_end, context);
        if left_end.is_none() || right_end.is_none() {
            return Poll::Pending;
        }
        Poll::Ready(left_end.take().zip(right_end.take()))
    })
    .await
    .expect("both are there")
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let start = Instant::now();
    let wait = |time| time::sleep(Duration::from_millis(time));
    join(wait(200), wait(300)).await;
    let took = start.elapsed().as_millis();
    println!("200 ms and 300 ms, joined: {took} ms.");
}

#[cfg(test)]
mod tests {
    use super::join;
    use futures_util::FutureExt;
    use ntest::timeout;
    use std::{
        cell::Cell,
        future::{Future, poll_fn, ready},
        pin::pin,
        sync::{
            Arc,
            atomic::{AtomicU32, Ordering::SeqCst},
        },
        task::{Context, Poll, Wake},
    };
    use tokio::sync::oneshot;

    #[test]
    #[timeout(10_000)]
    fn both_results_are_returned_in_their_order() {
        let both = join(ready(1), async { "two" }).now_or_never();
        assert_eq!(both, Some((1, "two")), "both were there");
    }

    #[test]
    #[timeout(10_000)]
    fn both_begin_and_none_is_polled_after_its_end() {
        let (sender, left) = oneshot::channel();
        let polls = Cell::new(0);
        let right = poll_fn(|_| {
            polls.set(polls.get() + 1);
            Poll::Ready("right")
        });
        let mut both = pin!(join(left, right));
        let first = both.as_mut().now_or_never();
        assert_eq!(first, None, "nobody has sent left's result");
        let begun = polls.get();
        assert_eq!(begun, 1, "left waits: right should begin");
        sender.send("left").expect("left waits");
        let second = both.as_mut().now_or_never();
        assert_eq!(second, Some((Ok("left"), "right")));
        let again = polls.get();
        assert_eq!(again, 1, "right was there, and polled again");
    }

    #[derive(Default)]
    struct Wakes(AtomicU32);

    impl Wake for Wakes {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, SeqCst);
        }
    }

    #[test]
    #[timeout(10_000)]
    fn who_awaits_it_is_woken_when_one_can_go_on() {
        let wakes = Arc::new(Wakes::default());
        let count = || wakes.0.load(SeqCst);
        let waker = wakes.clone().into();
        let mut context = Context::from_waker(&waker);
        let (left_sender, left) = oneshot::channel();
        let (right_sender, right) = oneshot::channel();
        let mut both = pin!(join(left, right));
        assert!(both.as_mut().poll(&mut context).is_pending());
        assert_eq!(
            count(),
            0,
            "neither can go on, and `join` asks to be polled: that \
             keeps a processor busy for nothing"
        );
        let senders = [right_sender, left_sender];
        for (sender, sent) in senders.into_iter().zip(1..) {
            assert!(both.as_mut().poll(&mut context).is_pending());
            sender.send(42).expect("somebody waits");
            assert_eq!(
                count(),
                sent,
                "{sent} of 2 can go on, and the task was woken {} \
                 times: each future needs our waker",
                count()
            );
        }
        assert!(both.as_mut().poll(&mut context).is_ready());
    }
}
