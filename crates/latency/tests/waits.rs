//! What waits are like, whatever the machine.

use std::sync::{Mutex, TryLockError, mpsc};
use std::thread;

use latency::{Nanoseconds, Spread};
use testing::in_time;

#[test]
fn who_wants_a_lock_waits_for_what_is_done_under_it() {
    in_time("a lock held during a request", || {
        let seen = Mutex::new(Vec::new());
        let (locked, is_locked) = mpsc::channel();
        let (server, answer) = mpsc::channel();
        thread::scope(|scope| {
            let seen = &seen;
            scope.spawn(move || {
                let mut seen = seen.lock().expect("no panic");
                locked.send(()).expect("somebody wants it");
                seen.push(answer.recv().expect("an answer"));
            });
            is_locked.recv().expect("the other one has it");
            let wanted = seen.try_lock();
            let is_held =
                matches!(wanted, Err(TryLockError::WouldBlock));
            assert!(is_held, "the request is under way");
            drop(wanted);
            server.send("the answer").expect("it is waited for");
            seen.lock().expect("no panic").push("who waited");
        });
        let seen = seen.into_inner().expect("no panic");
        assert_eq!(seen, ["the answer", "who waited"]);
    });
}

#[test]
fn a_mean_may_be_a_wait_that_nobody_had() {
    let mut waits = [Nanoseconds(1.0); 100];
    waits[42] = Nanoseconds(901.0);
    let total: f64 = waits.iter().map(|wait| wait.0).sum();
    let mean = total / waits.len() as f64;
    assert_eq!(mean, 10.0);
    let spread = Spread::of(&waits).expect("there are waits");
    // Nearly all waited for a tenth of it, and one for 90 times it.
    assert_eq!((spread.median, spread.p90), (1.0, 1.0));
    assert_eq!(spread.max, 901.0);
}

/// One question is due each 10 ms. The server answers one at a
/// time, in 1 ms; at the 50th it stands still for a second. Returns
/// how many waits of 200 were longer than 1 ms, if they are counted
/// from `since`: from when a question was due, and was sent.
fn late(since: fn(u32, u32) -> u32) -> usize {
    let mut free = 0;
    let waits = (1..=200).map(|number| {
        let due = number * 10;
        let sent = due.max(free);
        free = sent + if number == 50 { 1_000 } else { 1 };
        free - since(due, sent)
    });
    waits.filter(|wait| *wait > 1).count()
}

#[test]
fn clients_that_wait_for_an_answer_measure_no_queue() {
    assert_eq!(late(|_, sent| sent), 1, "clients tell");
    assert_eq!(late(|due, _| due), 111, "users waited");
}
