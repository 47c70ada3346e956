//! Three calls, one inside the other.

use std::thread;
use std::time::Duration;

use super::Chain;

/// Sleeps at the bottom.
fn nap(chain: &Chain, time: Duration) {
    chain.call("sleep", || thread::sleep(time)); // all wait here
}

/// Returns 42 after a nap.
fn slow_function(chain: &Chain, time: Duration) -> u32 {
    chain.call("nap", || nap(chain, time));
    42
}

/// Waits for the slow function, and returns what that does.
pub fn supervisor(chain: &Chain, time: Duration) -> u32 {
    chain.call("slow_function", || slow_function(chain, time))
}
