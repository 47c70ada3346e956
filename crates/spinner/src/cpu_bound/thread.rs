//! A spinner beside a prime test, by threads.

use std::time::Duration;
use std::{sync::mpsc, thread};

use super::{STEPS, Way};
use crate::{PrimeTest, Screen, thread::spin};

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
        thread::yield_now(); // other threads may run
    }
}

/// Lets a thread test, and joins it.
fn blocking(test: PrimeTest) -> bool {
    let unit = thread::spawn(move || test.finish());
    unit.join().expect("the test panicked") // this thread waits
}

/// Lets a thread test, and waits for its message.
fn threaded(test: PrimeTest) -> bool {
    let (sender, answer) = mpsc::channel();
    thread::spawn(move || sender.send(test.finish()));
    answer.recv().expect("the test panicked") // this thread waits
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
    let spinner = thread::spawn(move || spin(shared, done, tick));
    let is_prime = match way {
        Way::Straight => straight(test),
        Way::Yielding => yielding(test),
        Way::Blocking => blocking(test),
        Way::Threaded => threaded(test),
    };
    drop(stop);
    spinner.join().expect("the spinner panicked");
    is_prime
}
