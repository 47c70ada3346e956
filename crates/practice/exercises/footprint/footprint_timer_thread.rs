//! # One thread for all timers
//!
//! Ten thousand sleepers need not be ten thousand threads: one
//! thread can wake all of them. Write such a timer. So that tests
//! need not wait, its clock is moved by `advance`; it counts ticks.
//!
//! - `at` has `wake` called when the clock has come to `due`, and
//!   at once if it already has.
//! - Who is due first is woken first.
//! - All are woken by the timer's one thread, and not by whoever
//!   calls `at` or `advance`.
//! - Who drops the timer waits for the end of its thread. What was
//!   due before that is woken; what was not is dropped.

/// Is called with what the clock says.
type Wake = Box<dyn FnOnce(u64) + Send>;

/// Wakes many, on a thread of its own.
struct Timer {
    // TODO: what does a timer know, and what its thread?
}

impl Timer {
    /// Starts the thread; the clock stands at 0.
    fn start() -> Self {
        todo!("a thread that is told what there is to be woken")
    }

    /// Has `wake` called when the clock comes to `due`.
    fn at(&self, due: u64, wake: Wake) {
        todo!("tell the thread who is to be woken at {due}")
    }

    /// Moves the clock forward to `now`.
    fn advance(&self, now: u64) {
        todo!("tell the thread that it is {now}")
    }
}

fn main() {
    let timer = Timer::start();
    timer.at(20, Box::new(|now| println!("20: woken at {now}")));
    timer.at(10, Box::new(|now| println!("10: woken at {now}")));
    timer.advance(15);
    timer.advance(30);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel::{self as channel, Receiver};
    use ntest::timeout;
    use std::{collections::HashSet, thread, time::Duration};

    /// Who was due, when it was woken; and by whom.
    type Woken = ((u64, u64), thread::ThreadId);

    /// Has all of `due` woken, and returns where that is told.
    fn sleep(timer: &Timer, due: &[u64]) -> Receiver<Woken> {
        let (sender, woken) = channel::unbounded();
        for &due in due {
            let sender = sender.clone();
            let wake = Box::new(move |now| {
                let id = thread::current().id();
                sender.send(((due, now), id)).ok();
            });
            timer.at(due, wake);
        }
        woken
    }

    #[test]
    #[timeout(10_000)]
    fn who_is_due_is_woken_in_order() {
        let timer = Timer::start();
        let woken = sleep(&timer, &[30, 10, 20]);
        timer.advance(9);
        timer.advance(20);
        let next = |woken: &Receiver<Woken>| {
            let patience = Duration::from_secs(2);
            woken.recv_timeout(patience).ok().map(|it| it.0)
        };
        let early = [next(&woken), next(&woken)];
        timer.advance(40);
        assert_eq!(
            [early[0], early[1], next(&woken)],
            [(10, 20), (20, 20), (30, 40)].map(Some),
            "(who was due, when it was woken); the clock goes to \
             9, to 20 and to 40. `None`: for 2 s nobody was woken"
        );
        assert_eq!(
            next(&sleep(&timer, &[25])),
            Some((25, 40)),
            "the clock stood at 40 when somebody asked for 25, and \
             it may never be moved again"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn one_thread_wakes_all_of_them() {
        let timer = Timer::start();
        let woken = sleep(&timer, &[7; 10_000]);
        timer.advance(7);
        let threads = woken.iter().map(|(_, thread)| thread);
        let threads: HashSet<_> = threads.collect();
        let count = threads.len();
        assert_eq!(count, 1, "{count} threads woke all of them");
        assert!(
            !threads.contains(&thread::current().id()),
            "whoever moved the clock had to wake them all himself"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn a_dropped_timer_ends_its_thread() {
        let timer = Timer::start();
        let woken = sleep(&timer, &[10, 60]);
        timer.advance(20);
        drop(timer);
        let ends = [woken.try_recv(), woken.try_recv()];
        assert_eq!(
            ends.map(|end| end.map(|(times, _)| times.0)),
            [Ok(10), Err(channel::TryRecvError::Disconnected)],
            "10 was due before the timer ended. 60 was not: it is \
             dropped, so that who waits hears that nothing comes"
        );
    }
}
