//! A spinner beside a prime test, by threads.

use std::time::Duration;
use std::{sync::mpsc, thread};

use super::{STEPS, Way, finish};
use crate::{PrimeTest, Screen, thread::spin};
use timeline::blocking::{lane, wait};

/// Tests without a pause.
fn straight(test: PrimeTest) -> bool {
    test.finish()
}

/// Offers the processor to others every so many steps.
fn yielding(mut test: PrimeTest) -> bool {
    loop {
        if let Some(is_prime) = test.advance(STEPS) {
            break is_prime;
        }
        wait("turn", thread::yield_now); // other threads may run
    }
}

/// Lets a thread test, and joins it.
fn blocking(test: PrimeTest) -> bool {
    let unit = thread::spawn(move || finish(test));
    let end = wait("answer", || unit.join()); // this thread waits
    end.expect("the test panicked")
}

/// Lets a thread test, and waits for its message.
fn threaded(test: PrimeTest) -> bool {
    let (sender, answer) = mpsc::channel();
    thread::spawn(move || sender.send(finish(test)));
    let end = wait("answer", || answer.recv()); // this thread waits
    end.expect("the test panicked")
}

/// Spins while `test` runs in this `way`; returns whether its
/// number is prime.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(
    way: Way,
    test: PrimeTest,
    tick: Duration,
    screen: &Screen,
) -> bool {
    let (stop, done) = mpsc::channel();
    let shared = screen.clone();
    let spin = move || spin(shared, done, tick);
    let spinner = thread::spawn(|| lane("spinner", spin));
    let is_prime = match way {
        Way::Straight => straight(test),
        Way::Yielding => yielding(test),
        Way::Blocking => blocking(test),
        Way::Threaded => threaded(test),
    };
    drop(stop);
    wait("end", || spinner.join()).expect("the spinner panicked");
    is_prime
}
