//! # Two requests, one answer
//!
//! A server answers in 10 ms, but one time in a hundred it takes
//! seconds. Who needs a hundred answers meets that more often than
//! not. Against it there is the *hedge*: when an answer does not
//! come soon, a second server is asked as well. Write `hedged`:
//!
//! - An answer within `patience` is returned as it comes, and
//!   `second` is never called.
//! - Otherwise `second` is called, too, while `first` goes on, and
//!   whatever answer comes first is returned.
//! - Nobody waits for the slower one. It cannot be stopped; it goes
//!   on, and what it says goes nowhere.
//! - Who panics does not answer. If neither answers, it is `None`.

use std::{sync::mpsc, thread, time::Duration};

/// Returns the answer of `first`, or, if it takes longer than
/// `patience`, that of whichever of both answers first.
fn hedged<T: Send + 'static>(
    patience: Duration,
    first: impl FnOnce() -> T + Send + 'static,
    second: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (sender, answers) = mpsc::channel();
    let its_sender = sender.clone();
    thread::spawn(move || its_sender.send(first()));
    if let Ok(answer) = answers.recv_timeout(patience) {
        return Some(answer);
    }
    // The last sender goes along: if both panic, `recv` ends.
    thread::spawn(move || sender.send(second()));
    answers.recv().ok()
}

fn main() {
    let slow = || {
        thread::sleep(Duration::from_millis(500));
        "the slow one"
    };
    let patience = Duration::from_millis(20);
    let answer = hedged(patience, slow, || "the second one");
    println!("{answer:?} has answered.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::sync::mpsc::{self, RecvTimeoutError::*};

    const SOON: Duration = Duration::from_millis(1);
    const HOUR: Duration = Duration::from_secs(3600);

    /// Returns what `hedged` does; if it takes long, says `why`.
    fn call(
        patience: Duration,
        first: impl FnOnce() -> i32 + Send + 'static,
        second: impl FnOnce() -> i32 + Send + 'static,
        why: &str,
    ) -> Option<i32> {
        let (sender, answer) = mpsc::channel();
        let call = move || hedged(patience, first, second);
        thread::spawn(move || sender.send(call()));
        match answer.recv_timeout(Duration::from_secs(2)) {
            Ok(answer) => answer,
            Err(Timeout) => panic!("no answer after 2 s: {why}"),
            Err(_) => panic!("`hedged` panicked: see above"),
        }
    }

    #[test]
    #[timeout(10_000)]
    fn a_quick_answer_needs_no_second_request() {
        let (called, calls) = mpsc::channel();
        let second = move || {
            called.send(()).ok();
            2
        };
        let why = "the first had answered, and `patience` was an \
                   hour, to be waited only while nobody answers";
        assert_eq!(call(HOUR, || 1, second, why), Some(1));
        // The channel ends when `second` has been dropped.
        assert_eq!(
            calls.recv_timeout(Duration::from_secs(2)),
            Err(Disconnected),
            "the second was asked, or waits to be, though the \
             first had answered: that doubles the server's work"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn whichever_answers_first_is_returned_at_once() {
        let (hold, held) = mpsc::channel::<()>();
        let never = move || held.recv().map_or(1, |()| 1);
        let why = "the second had answered, and somebody waited \
                   for the first (does a scope join its threads?)";
        assert_eq!(call(SOON, never, || 2, why), Some(2));
        drop(hold);

        let (hold, held) = mpsc::channel::<()>();
        let (called, is_called) = mpsc::channel();
        let first = move || is_called.recv().expect("a call");
        let second = move || {
            called.send(1).ok();
            held.recv().map_or(2, |()| 2)
        };
        let why = "the first answered when the second was called \
                   (is the first still listened to by then?)";
        assert_eq!(call(SOON, first, second, why), Some(1));
        drop(hold);
    }

    #[test]
    #[timeout(10_000)]
    fn who_panics_does_not_answer() {
        let broken = || panic!("a request that breaks");
        let why = "the first panicked, and the second had answered";
        assert_eq!(call(SOON, broken, || 2, why), Some(2), "{why}");
        let why = "both had panicked, so none will come (is \
                   there a sender left that nobody uses?)";
        assert_eq!(call(SOON, broken, broken, why), None, "{why}");
    }
}
