//! # Two at one desk
//!
//! One thread may sit at the desk. Whoever finds it taken waits,
//! and whoever leaves gives the signal. `somebody_comes_by` plays
//! what happens once in a million: the first leaves and gives the
//! signal, the second is woken, but before it has got up, a third
//! comes by and sits down. Then two sit at the desk.
//!
//! Mend `enter`, so that there is never more than one. It still
//! looks by `are_taken`, which tells the play of it.

use std::{
    sync::{
        Arc, Condvar, Mutex,
        mpsc::{self, Sender},
    },
    thread,
    time::Duration,
};

/// What the second thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    FindsItTaken,
    SitsDown,
}
use Event::{FindsItTaken, SitsDown};

struct Desk {
    seats: Mutex<Seats>,
    left: Condvar,
}

/// How many sit at the desk, and who is told of it.
struct Seats {
    taken: u32,
    events: Sender<Event>,
}

impl Seats {
    fn are_taken(&self) -> bool {
        let taken = self.taken > 0;
        if taken {
            self.events.send(FindsItTaken).ok();
        }
        taken
    }
}

impl Desk {
    /// Sits down as soon as the desk is free.
    fn enter(&self) {
        let mut seats = self.seats.lock().expect("no panic");
        // A signal says that it was free, not that it still is.
        while seats.are_taken() {
            seats = self.left.wait(seats).expect("no panic");
        }
        seats.taken += 1;
        seats.events.send(SitsDown).ok();
    }
}

/// Lets the second wait for the first, and a third come by. Returns
/// how many sit at the desk then, and what the second did.
fn somebody_comes_by() -> (u32, Vec<Event>) {
    let (events, seen) = mpsc::channel();
    let seats = Mutex::new(Seats { taken: 1, events });
    let desk = Arc::new(Desk { seats, left: Condvar::new() });
    let second = desk.clone();
    thread::spawn(move || second.enter());
    let next = || seen.recv_timeout(Duration::from_secs(2)).ok();
    let mut events = Vec::from_iter(next());
    let mut seats = desk.seats.lock().expect("no panic");
    seats.taken -= 1; // the first gets up
    desk.left.notify_one();
    seats.taken += 1; // the third sits down
    drop(seats);
    events.extend(next());
    let mut seats = desk.seats.lock().expect("no panic");
    let most = seats.taken;
    seats.taken -= 1; // the third gets up
    desk.left.notify_one();
    drop(seats);
    if !events.contains(&SitsDown) {
        events.extend(next());
    }
    (most, events)
}

fn main() {
    let (most, events) = somebody_comes_by();
    println!("The second: {events:?}. At the desk: {most}.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn who_is_woken_looks_again() {
        let (most, events) = somebody_comes_by();
        assert!(
            most <= 1,
            "{most} sit at the desk: when the second was woken it \
             was free, but until it got up a third had taken it"
        );
        assert_eq!(
            events,
            [FindsItTaken, FindsItTaken, SitsDown],
            "the second should look, look again when it is woken, \
             and sit down when the desk is free; it did {events:?}"
        );
    }
}
