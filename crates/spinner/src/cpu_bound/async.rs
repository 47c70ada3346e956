//! A spinner beside a prime test, by tasks.

use std::{thread, time::Duration};
use tokio::{sync::oneshot, task};

use super::{STEPS, Way, finish};
use crate::{PrimeTest, Screen, r#async::spin};
use timeline::asynchronous::{lane, wait};

/// Tests without a pause.
fn straight(test: PrimeTest) -> bool {
    test.finish()
}

/// Offers the processor to others every so many steps.
async fn yielding(mut test: PrimeTest) -> bool {
    loop {
        if let Some(is_prime) = test.advance(STEPS) {
            break is_prime;
        }
        wait("turn", task::yield_now()).await; // others may run
    }
}

/// Lets a thread of the runtime test, and awaits it.
async fn blocking(test: PrimeTest) -> bool {
    let unit = task::spawn_blocking(move || finish(test));
    let end = wait("answer", unit).await; // other tasks run
    end.expect("the test panicked")
}

/// Lets a thread of our own test, and awaits its message.
async fn threaded(test: PrimeTest) -> bool {
    let (sender, answer) = oneshot::channel();
    thread::spawn(move || sender.send(finish(test)));
    let end = wait("answer", answer).await; // other tasks run
    end.expect("the test panicked")
}

/// Spins while `test` runs in this `way`; returns whether its
/// number is prime.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(
    way: Way,
    test: PrimeTest,
    tick: Duration,
    screen: &Screen,
) -> bool {
    let (stop, done) = oneshot::channel();
    let shared = screen.clone();
    let spin = spin(shared, done, tick);
    let spinner = task::spawn(lane("spinner", spin));
    let is_prime = match way {
        Way::Straight => straight(test),
        Way::Yielding => yielding(test).await,
        Way::Blocking => blocking(test).await,
        Way::Threaded => threaded(test).await,
    };
    drop(stop);
    wait("end", spinner).await.expect("the spinner panicked");
    is_prime
}
