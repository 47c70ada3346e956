//! Three futures, one inside the other.

use crate::runtime::time;
use std::time::Duration;

use super::Chain;

/// Sleeps at the bottom.
async fn nap(chain: &Chain, time: Duration) {
    chain.poll("sleep", time::sleep(time)).await; // the loop runs
}

/// Returns 42 after a nap.
async fn slow_function(chain: &Chain, time: Duration) -> u32 {
    chain.poll("nap", nap(chain, time)).await;
    42
}

/// Waits for the slow function, and returns what that does.
pub async fn supervisor(chain: &Chain, time: Duration) -> u32 {
    chain.poll("slow_function", slow_function(chain, time)).await
}
