//! A spinner that is aborted, and leaves its frame behind.

use std::time::Duration;
use tokio::{task, time};

use super::Ended;
use crate::r#async::slow_function;
use crate::{Screen, Times};
use timeline::asynchronous::{lane, wait};

/// Turns the spinner for ever.
async fn turn(screen: &Screen, tick: Duration) {
    loop {
        screen.draw();
        wait("tick", time::sleep(tick)).await; // other tasks run
    }
}

/// Turns the spinner, and erases it at the end.
async fn spin(screen: Screen, tick: Duration) {
    turn(&screen, tick).await; // once aborted, it is dropped here,
    screen.erase(); // so nobody comes this far
}

/// Spins until `slow_function` answers, then aborts the task.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(times: Times, screen: &Screen) -> Ended {
    let Times { tick, work } = times;
    let shared = screen.clone();
    let spin = spin(shared, tick);
    let unit = lane("spinner", spin);
    let spinner = task::spawn(unit);
    let answer = slow_function(work).await;
    spinner.abort();
    let end = wait("end", spinner).await; // it is dropped
    let cancelled = end.is_err_and(|end| end.is_cancelled());
    Ended { answer, cancelled }
}
