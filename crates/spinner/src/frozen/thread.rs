//! A spinner beside threads that block.

use std::sync::mpsc::{self, SyncSender};
use std::thread;
use std::time::Duration;

use crate::thread::spin;
use crate::{Screen, Times};

/// Says that it runs, then blocks its thread.
fn slow_function(running: SyncSender<()>, work: Duration) -> u32 {
    running.send(()).expect("somebody listens");
    thread::sleep(work);
    42
}

/// Blocks `count` threads, then spins until all have answered;
/// returns their answers.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(
    times: Times,
    count: usize,
    screen: &Screen,
) -> Vec<u32> {
    let Times { tick, work } = times;
    let (running, runs) = mpsc::sync_channel(count);
    let block = |_| {
        let running = running.clone();
        thread::spawn(move || slow_function(running, work))
    };
    let units: Vec<_> = (0..count).map(block).collect();
    for _ in &units {
        runs.recv().expect("each unit says that it runs");
    }
    let (stop, done) = mpsc::channel();
    let shared = screen.clone();
    let spinner = thread::spawn(move || spin(shared, done, tick));
    let mut answers = Vec::new();
    for unit in units {
        let answer = unit.join(); // this thread waits; one spins
        answers.push(answer.expect("a unit panicked"));
    }
    drop(stop);
    spinner.join().expect("the spinner panicked");
    answers
}
