//! # A spinner that stops when it is dropped
//!
//! A function returns, a `?` leaves it early, or it panics: who
//! starts a spinner should not have to think of all three. Write
//! a `Spinner` that ends when its value is dropped:
//!
//! 1. A thread calls `show` with `Draw`, at once and each `tick`.
//! 2. To drop the spinner ends it at once, in the middle of a
//!    tick. The thread's last step is `Erase`, taken once, and the
//!    drop is not over before the thread has ended.
//! 3. So it is also if the slow function beside it panics.

use std::{thread, time::Duration};

/// What a spinner does to its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Draw,
    Erase,
}

/// Turns until it is dropped.
struct Spinner {
    // TODO: what does it take to tell a thread, and to wait for it?
}

impl Spinner {
    /// Starts a thread that draws a frame each `tick`.
    fn start(
        tick: Duration,
        show: impl Fn(Step) + Send + 'static,
    ) -> Self {
        todo!("start a thread that turns until it is told to end")
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        todo!("tell the thread to end, and wait for its end")
    }
}

fn main() {
    let show = |step| println!("{step:?}");
    let spinner = Spinner::start(Duration::from_millis(100), show);
    thread::sleep(Duration::from_millis(350));
    drop(spinner);
    println!("Answer: 42");
}

#[cfg(test)]
mod tests {
    use super::{
        Spinner,
        Step::{self, Draw, Erase},
    };
    use ntest::timeout;
    use std::{
        mem,
        panic::resume_unwind,
        sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
        thread,
        time::Duration,
    };

    /// Starts a spinner; returns the steps that it takes, and what
    /// has to be dropped before it can end the last one.
    fn start(
        tick: Duration,
    ) -> (Spinner, Receiver<Step>, Sender<()>) {
        let (sender, steps) = mpsc::channel();
        let (opener, gate) = mpsc::channel();
        let show = move |step| {
            sender.send(step).ok();
            if step == Erase {
                gate.recv().ok();
            }
        };
        (Spinner::start(tick, show), steps, opener)
    }

    /// Returns the next step, if one comes within 2 s.
    fn next(steps: &Receiver<Step>) -> Option<Step> {
        steps.recv_timeout(Duration::from_secs(2)).ok()
    }

    #[test]
    #[timeout(10_000)]
    fn it_draws_at_once_and_then_each_tick() {
        let (spinner, steps, _) = start(Duration::from_millis(1));
        for count in 0..3 {
            assert_eq!(
                next(&steps),
                Some(Draw),
                "frames: {count}, and no other came within 2 s, \
                 though a tick is 1 ms"
            );
        }
        mem::forget(spinner); // its end is the next test's affair
    }

    #[test]
    #[timeout(10_000)]
    fn to_drop_it_is_to_wait_for_its_end() {
        let hour = Duration::from_secs(3600);
        let (spinner, steps, opener) = start(hour);
        let first = next(&steps);
        assert_eq!(first, Some(Draw), "a frame comes at once");
        let (sender, dropped) = mpsc::channel::<()>();
        thread::spawn(move || {
            let _sender = sender; // dropped when the spinner was
            let _spinner = spinner;
            resume_unwind(Box::new("the slow function panics"));
        });
        assert_eq!(
            next(&steps),
            Some(Erase),
            "dropped in a tick of an hour, by a panic beside it, \
             the spinner should wake and erase its frame"
        );
        let early = dropped.recv_timeout(Duration::from_millis(50));
        assert_eq!(
            early,
            Err(RecvTimeoutError::Timeout),
            "the drop was over while the thread still erased its \
             frame, perhaps over what is printed next"
        );
        drop(opener);
        assert_eq!(next(&steps), None, "no step comes after Erase");
    }
}
