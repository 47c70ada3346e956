//! A spinner beside threads that block.

use std::sync::mpsc::{self, SyncSender};
use std::thread;
use std::time::Duration;

use crate::thread::spin;
use crate::{Screen, Times};
use timeline::blocking::{lane, wait};

/// Says that it runs, then blocks its thread.
fn slow_function(running: SyncSender<()>, work: Duration) -> u32 {
    running.send(()).expect("somebody listens");
    timeline::blocking::wait("work", || thread::sleep(work));
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
    let block = |number| {
        let running = running.clone();
        let slow = move || slow_function(running, work);
        thread::spawn(move || lane(number, slow))
    };
    let units: Vec<_> = (1..=count).map(block).collect();
    for _ in &units {
        let start = wait("start", || runs.recv());
        start.expect("each unit says that it runs");
    }
    let (stop, done) = mpsc::channel();
    let shared = screen.clone();
    let spin = move || spin(shared, done, tick);
    let spinner = thread::spawn(|| lane("spinner", spin));
    let mut answers = Vec::new();
    for unit in units {
        let answer = wait("answer", || unit.join()); // it waits
        answers.push(answer.expect("a unit panicked"));
    }
    drop(stop);
    wait("end", || spinner.join()).expect("the spinner panicked");
    answers
}
