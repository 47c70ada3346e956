//! A spinner beside tasks that block.

use std::{thread, time::Duration};
use tokio::sync::mpsc::{self, Sender};
use tokio::{sync::oneshot, task};

use crate::r#async::spin;
use crate::{Screen, Times};
use timeline::asynchronous::{lane, wait};

/// Says that it runs, then blocks its thread.
async fn slow_function(running: Sender<()>, work: Duration) -> u32 {
    running.send(()).await.expect("somebody listens");
    timeline::blocking::wait("work", || thread::sleep(work));
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
    let block = |number| {
        let running = running.clone();
        let slow = slow_function(running, work);
        task::spawn(lane(number, slow))
    };
    let units: Vec<_> = (1..=count).map(block).collect();
    for _ in &units {
        let start = wait("start", runs.recv()).await;
        start.expect("each unit says that it runs");
    }
    let (stop, done) = oneshot::channel();
    let shared = screen.clone();
    let spin = spin(shared, done, tick);
    let spinner = task::spawn(lane("spinner", spin));
    let mut answers = Vec::new();
    for unit in units {
        let answer = wait("answer", unit).await; // a free one spins
        answers.push(answer.expect("a unit panicked"));
    }
    drop(stop);
    wait("end", spinner).await.expect("the spinner panicked");
    answers
}
