//! A spinner beside a prime test, by tasks.

use std::{thread, time::Duration};
use tokio::{sync::oneshot, task};

use super::{STEPS, Way};
use crate::{PrimeTest, Screen, r#async::spin};

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
        task::yield_now().await; // other tasks may run
    }
}

/// Lets a thread of the runtime test, and awaits it.
async fn blocking(test: PrimeTest) -> bool {
    let unit = task::spawn_blocking(move || test.finish());
    unit.await.expect("the test panicked") // other tasks run
}

/// Lets a thread of our own test, and awaits its message.
async fn threaded(test: PrimeTest) -> bool {
    let (sender, answer) = oneshot::channel();
    thread::spawn(move || sender.send(test.finish()));
    answer.await.expect("the test panicked") // other tasks run
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
    let spinner = task::spawn(spin(shared, done, tick));
    let is_prime = match way {
        Way::Straight => straight(test),
        Way::Yielding => yielding(test).await,
        Way::Blocking => blocking(test).await,
        Way::Threaded => threaded(test).await,
    };
    drop(stop);
    spinner.await.expect("the spinner panicked");
    is_prime
}
