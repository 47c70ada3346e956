//! Waiting for a slow coroutine, here and there.

use crate::runtime::{block_on, task, time};
use std::time::Duration;

use super::Call;

/// Runs `future` to its end.
pub fn run_sync<T>(future: impl Future<Output = T>) -> T {
    block_on(future) // this thread becomes the loop until then
}

/// Returns 42 after a while.
async fn slow_function(time: Duration) -> u32 {
    time::sleep(time).await;
    42
}

/// Waits for the slow function.
async fn supervisor(time: Duration) -> u32 {
    slow_function(time).await
}

/// Calls of the helper; each waits for the slow function.
pub const CALLS: [Call; 4] = [
    ("where no loop runs", outside),
    ("inside our loop", inside),
    ("there, with .await", awaited),
    ("there, on another thread", elsewhere),
];

fn outside(time: Duration) -> u32 {
    run_sync(slow_function(time))
}

fn inside(time: Duration) -> u32 {
    run_sync(async { run_sync(slow_function(time)) })
}

fn awaited(time: Duration) -> u32 {
    run_sync(supervisor(time))
}

fn elsewhere(time: Duration) -> u32 {
    let other = move || run_sync(slow_function(time));
    let unit = async { task::spawn_blocking(other).await };
    run_sync(unit).expect("it returns")
}
