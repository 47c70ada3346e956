//! # Timers for an event loop
//!
//! An event loop asks its timers how long it may sleep, and after
//! that, whom to wake. The loop is here; its clock does not sleep,
//! but jumps to the next timer. Write `Timers`, field and all:
//!
//! - `set` notes whom to wake, and when. Many may be due at once.
//! - `next_due` says when the first timer is due, if there is one.
//! - `expire` takes out all timers that are due by `now`; the
//!   earliest is woken first, and of those that are due at once,
//!   the one that was set first.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    future::poll_fn,
    mem,
    pin::pin,
    task::{Context, Poll, Waker},
};

use futures_util::{StreamExt, stream::FuturesUnordered};

/// Who is to be woken when; a time is in milliseconds.
#[derive(Default)]
struct Timers {
    /// All wakers of a time, in the order in which they were set.
    wakers: BTreeMap<u64, Vec<Waker>>,
}

impl Timers {
    fn set(&mut self, due: u64, waker: Waker) {
        self.wakers.entry(due).or_default().push(waker);
    }

    fn next_due(&self) -> Option<u64> {
        self.wakers.first_key_value().map(|(due, _)| *due)
    }

    fn expire(&mut self, now: u64) -> Vec<Waker> {
        // `split_off` keeps what is earlier than its argument.
        let later = self.wakers.split_off(&(now + 1));
        let due = mem::replace(&mut self.wakers, later);
        due.into_values().flatten().collect()
    }
}

/// A loop whose clock begins at 0.
#[derive(Default)]
struct Loop {
    now: Cell<u64>,
    timers: RefCell<Timers>,
}

impl Loop {
    async fn sleep_until(&self, due: u64) {
        poll_fn(|cx| {
            if self.now.get() >= due {
                return Poll::Ready(());
            }
            let waker = cx.waker().clone();
            self.timers.borrow_mut().set(due, waker);
            Poll::Pending
        })
        .await;
    }

    /// Sleeps until each of `times`; returns when it woke up.
    fn sleep_all(&self, times: &[u64]) -> Vec<u64> {
        let sleep = |due: &u64| self.sleep_until(*due);
        // This polls only the futures that were woken.
        let sleeps: FuturesUnordered<_> =
            times.iter().map(sleep).collect();
        let woken = sleeps.map(|()| self.now.get());
        let mut all = pin!(woken.collect());
        let cx = &mut Context::from_waker(Waker::noop());
        loop {
            if let Poll::Ready(all) = all.as_mut().poll(cx) {
                return all;
            }
            let mut timers = self.timers.borrow_mut();
            let due = timers.next_due().expect("a timer is set");
            self.now.set(due);
            timers.expire(due).into_iter().for_each(Waker::wake);
        }
    }
}

fn main() {
    let woken = Loop::default().sleep_all(&[300, 100, 200]);
    println!("Sleepers woke up at {woken:?} ms.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    use std::{collections::HashMap, sync::Arc, task::Wake};
    struct Sleeper;
    impl Wake for Sleeper {
        fn wake(self: Arc<Self>) {}
    }

    #[test]
    #[timeout(10_000)]
    fn timers_expire_when_they_are_due_and_in_order() {
        let mut timers = Timers::default();
        assert_eq!(timers.next_due(), None, "no timer is set");
        let mut names = HashMap::new();
        for (name, due) in [('C', 30), ('A', 10), ('B', 10)] {
            let waker = Waker::from(Arc::new(Sleeper));
            names.insert(waker.data(), name);
            timers.set(due, waker);
        }
        let next = timers.next_due();
        assert_eq!(next, Some(10), "A and B are due first, at 10");
        for (now, expected, why) in [
            (9, "", "nobody is due yet"),
            (20, "AB", "A and B were due at 10"),
            (99, "C", "C was due at 30, and A and B are woken"),
        ] {
            let woken = timers.expire(now).into_iter();
            let woken: String =
                woken.map(|it| names[&it.data()]).collect();
            assert_eq!(woken, expected, "at {now}: {why}");
        }
        assert_eq!(timers.next_due(), None, "none is left");
        let woken = Loop::default().sleep_all(&[300, 100, 200]);
        assert_eq!(woken, [100, 200, 300], "each at its time");
    }
}
