//! The executor: polls the tasks that are ready, then sleeps.

use std::{
    pin::pin,
    task::{Poll, Waker},
    time::{Duration, Instant},
};

use super::current::{Loop, enter};
use crate::trace::{Turn, WokenBy};

/// The number of the future that [`block_on`] was given.
const MAIN: usize = 0;

/// Runs `future` and the tasks that it spawns until it is done;
/// tasks that are not done by then are dropped.
///
/// # Panics
///
/// Inside a running loop, and if a task panics.
#[track_caller]
pub fn block_on<F: Future>(future: F) -> F::Output {
    watch(future, |_| {})
}

/// Does the same, and shows each turn of the loop to `on_turn`.
///
/// # Panics
///
/// Inside a running loop, and if a task panics.
#[track_caller]
pub fn watch<F: Future>(
    future: F,
    mut on_turn: impl FnMut(&Turn),
) -> F::Output {
    let entered = enter();
    let this = &*entered.0;
    let mut main = pin!(future);
    let mut output = Poll::Pending;
    this.ready.push(MAIN, WokenBy::Start);
    loop {
        this.sleep();
        for task in this.begin_turn() {
            if task == MAIN {
                output = this.poll(MAIN, main.as_mut());
            } else {
                this.poll_task(task);
            }
        }
        on_turn(&this.end_turn());
        if let Poll::Ready(output) = output {
            return output;
        }
    }
}

impl Loop {
    /// Sleeps until somebody is ready; not at all if somebody is
    /// already, but it asks the system even then.
    fn sleep(&self) {
        let begun = Instant::now();
        let mut at_most = None;
        let mut times = 0;
        while times == 0 || self.ready.is_empty() {
            at_most = self.time_left();
            let woken = self.reactor.borrow_mut().sleep(at_most);
            self.wake(woken, WokenBy::Socket);
            let now = Instant::now();
            let woken = self.timers.borrow_mut().expire(now);
            self.wake(woken, WokenBy::Timer);
            times += 1;
        }
        let mut recorder = self.recorder.borrow_mut();
        recorder.slept(begun, at_most, times);
    }

    /// Returns how long the loop may sleep, if there is a limit:
    /// until the next timer is due.
    fn time_left(&self) -> Option<Duration> {
        if !self.ready.is_empty() {
            return Some(Duration::ZERO);
        }
        let due = self.timers.borrow().next_due();
        let now = Instant::now();
        due.map(|due| due.saturating_duration_since(now))
    }

    fn wake(&self, wakers: Vec<Waker>, waking: WokenBy) {
        self.waking.set(waking);
        wakers.into_iter().for_each(Waker::wake);
    }
}
