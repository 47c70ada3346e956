//! # The bell that wakes nobody
//!
//! `Rung` is a future that we write ourselves: ready once a bell
//! has rung. A guest waits for it, the bell rings, and the guest
//! waits for ever.
//!
//! Mend `poll`; `Bell` is right as it is. The guest should be
//! polled twice: once in vain, and once after the bell has rung.

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll, Waker},
    time::Duration,
};
use tokio::{task, time};

#[derive(Default)]
struct State {
    rung: bool,
    /// Wakes the task that waits.
    waker: Option<Waker>,
}

#[derive(Default)]
struct Bell(Mutex<State>);

impl Bell {
    /// Rings, and wakes who waits.
    fn ring(&self) {
        let mut state = self.0.lock().expect("no panic");
        state.rung = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// A future that is ready once the bell has rung.
struct Rung(Arc<Bell>);

impl Future for Rung {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _cx: &mut Context) -> Poll<()> {
        let state = self.0.0.lock().expect("no panic");
        if state.rung {
            return Poll::Ready(());
        }
        // TODO: who will know that this task is to be polled again?
        Poll::Pending
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let bell = Arc::new(Bell::default());
    let guest = task::spawn(Rung(bell.clone()));
    task::yield_now().await;
    bell.ring();
    let end = time::timeout(Duration::from_millis(500), guest);
    let heard = end.await.is_ok();
    println!("The bell has rung. Has the guest heard it? {heard}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::future::poll_fn;

    /// Rings; returns whether `guest` heard it, and how often it
    /// was polled.
    fn ring(bell: &Bell, mut guest: Rung) -> (bool, u32) {
        let runtime =
            tokio::runtime::Builder::new_current_thread().build();
        runtime.expect("a runtime").block_on(async {
            let polls = Arc::new(Mutex::new(0));
            let count = polls.clone();
            let guest = task::spawn(poll_fn(move |cx| {
                *count.lock().expect("no panic") += 1;
                Pin::new(&mut guest).poll(cx)
            }));
            for round in 0..20 {
                if round == 10 {
                    bell.ring();
                }
                task::yield_now().await;
            }
            let polls = *polls.lock().expect("no panic");
            (guest.is_finished(), polls)
        })
    }

    #[test]
    #[timeout(10_000)]
    fn a_guest_hears_the_bell() {
        let bell = Arc::<Bell>::default();
        let (heard, polls) = ring(&bell, Rung(bell.clone()));
        assert!(
            heard,
            "the bell has rung, and the guest was polled {polls} \
             time in all: the loop does not look again by itself, \
             and `ring` found no waker to call"
        );
        assert_eq!(
            polls, 2,
            "the guest was polled {polls} times, not twice: a task \
             that wakes itself keeps the loop busy; let the bell \
             wake it"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn the_last_one_who_polled_is_woken() {
        let bell = Arc::<Bell>::default();
        let mut guest = Rung(bell.clone());
        let cx = &mut Context::from_waker(Waker::noop());
        assert!(Pin::new(&mut guest).poll(cx).is_pending());
        let (heard, _) = ring(&bell, guest);
        assert!(
            heard,
            "somebody else polled the future, then its task did: \
             `ring` must find the waker of the last poll"
        );
    }
}
