//! A spinner beside tasks that block.

use std::{thread, time::Duration};
use tokio::sync::mpsc::{self, Sender};
use tokio::{sync::oneshot, task};

use crate::r#async::spin;
use crate::{Screen, Times};

/// Says that it runs, then blocks its thread.
async fn slow_function(running: Sender<()>, work: Duration) -> u32 {
    running.send(()).await.expect("somebody listens");
    thread::sleep(work);
    42
}

/// Blocks `count` tasks, then spins until all have answered;
/// returns their answers.
///
/// # Panics
///
/// Outside a runtime, and if `count` is 0.
pub async fn supervisor(
    times: Times,
    count: usize,
    screen: &Screen,
) -> Vec<u32> {
    let Times { tick, work } = times;
    let (running, mut runs) = mpsc::channel(count);
    let block = |_| {
        let running = running.clone();
        task::spawn(slow_function(running, work))
    };
    let units: Vec<_> = (0..count).map(block).collect();
    for _ in &units {
        runs.recv().await.expect("each unit says that it runs");
    }
    let (stop, done) = oneshot::channel();
    let shared = screen.clone();
    let spinner = task::spawn(spin(shared, done, tick));
    let mut answers = Vec::new();
    for unit in units {
        let answer = unit.await; // a worker spins, if one is free
        answers.push(answer.expect("a unit panicked"));
    }
    drop(stop);
    spinner.await.expect("the spinner panicked");
    answers
}
