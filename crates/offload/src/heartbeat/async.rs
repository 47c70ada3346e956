//! A heartbeat that is a task among others.

use std::sync::Arc;
use tokio::{sync::mpsc, task, time::timeout};

use super::Pulse;
use timeline::asynchronous::{lane, wait};

/// Ticks until `stop` closes.
async fn tick(pulse: &Pulse, mut stop: mpsc::Receiver<()>) {
    let every = pulse.every();
    let end = Ok(None);
    while wait("tick", timeout(every, stop.recv())).await != end {
        pulse.tick();
    }
    pulse.end();
}

/// Runs `work` beside a heartbeat, and returns what it returned.
///
/// # Panics
///
/// Outside a runtime.
pub async fn beside<T>(
    pulse: &Arc<Pulse>,
    work: impl Future<Output = T>,
) -> T {
    let its_pulse = pulse.clone();
    let (alive, stop) = mpsc::channel(1);
    pulse.begin();
    let heartbeat = async move { tick(&its_pulse, stop).await };
    let heartbeat = lane("heartbeat", heartbeat);
    let heartbeat = task::spawn(heartbeat);
    let result = work.await; // it ticks when this thread is free
    drop(alive);
    let end = wait("end", heartbeat).await;
    end.expect("the heartbeat panicked");
    result
}
