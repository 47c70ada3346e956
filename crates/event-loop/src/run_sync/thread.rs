//! Waiting for a slow function, here and there.

use std::thread;
use std::time::Duration;

use super::Call;

/// Runs `function` to its end.
pub fn run_sync<T>(function: impl FnOnce() -> T) -> T {
    function() // this thread waits, the others run
}

/// Returns 42 after a while.
fn slow_function(time: Duration) -> u32 {
    thread::sleep(time);
    42
}

/// Waits for the slow function.
fn supervisor(time: Duration) -> u32 {
    slow_function(time)
}

/// Calls of the helper; each waits for the slow function.
pub const CALLS: [Call; 4] = [
    ("at the top", outside),
    ("inside itself", inside),
    ("there, called plainly", awaited),
    ("there, on another thread", elsewhere),
];

fn outside(time: Duration) -> u32 {
    run_sync(|| slow_function(time))
}

fn inside(time: Duration) -> u32 {
    run_sync(|| run_sync(|| slow_function(time)))
}

fn awaited(time: Duration) -> u32 {
    run_sync(|| supervisor(time))
}

fn elsewhere(time: Duration) -> u32 {
    let other = move || run_sync(|| slow_function(time));
    let unit = || thread::spawn(other).join();
    run_sync(unit).expect("it returns")
}
