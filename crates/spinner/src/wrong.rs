//! A spinner on an async task, frozen by a call that blocks.

use std::{io, time::Duration};
use tokio::sync::oneshot::{self, Receiver};
use tokio::{task, time::timeout};

use crate::{Screen, Times};
use timeline::asynchronous::{lane, wait};

/// Spins until `done` is closed.
pub(crate) async fn spin(
    screen: Screen,
    mut done: Receiver<()>,
    tick: Duration,
) {
    loop {
        screen.draw();
        let rest = timeout(tick, &mut done);
        let end = wait("tick", rest).await; // other tasks run
        if end.is_ok() {
            break;
        }
    }
    screen.erase();
}

/// Takes as long as `work`, and returns its answer.
pub(crate) async fn slow_function(work: Duration) -> u32 {
    let slow = || std::thread::sleep(work);
    timeline::blocking::wait("work", slow); // so nobody spins
    42
}

/// Spins while `slow_function` waits; returns its answer.
///
/// # Errors
///
/// None: a task needs nothing that the system could refuse.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(
    times: Times,
    screen: &Screen,
) -> io::Result<u32> {
    let Times { tick, work } = times;
    let (stop, done) = oneshot::channel();
    let shared = screen.clone();
    let spin = spin(shared, done, tick);
    let unit = lane("spinner", spin);
    let spinner = task::spawn(unit);
    let id = spinner.id();
    let end = spinner.is_finished();
    screen.say(format_args!("spinner: task {id}, finished: {end}"));
    let answer = slow_function(work).await;
    drop(stop);
    wait("end", spinner).await.expect("the spinner panicked");
    Ok(answer)
}
