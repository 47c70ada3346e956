//! # Two threads, two reports, no spinner
//!
//! A report is made by a function that blocks its thread; it comes
//! from a library, and nobody can make it async. So this runtime
//! has two threads: a spinner turns on one while a report blocks
//! the other. That worked, until somebody asked for two reports.
//!
//! Mend `report`, so that the spinner turns while they are made,
//! however many there are. To give the runtime more threads only
//! puts it off: the test asks for as many reports as it has.

use crossbeam_channel::{self as channel, Sender};
use std::{thread, time::Duration};
use tokio::{
    runtime::{Builder, Runtime},
    sync::oneshot::{self, Receiver},
    task, time,
};

const TICK: Duration = Duration::from_millis(20);

fn runtime() -> Runtime {
    let mut runtime = Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).enable_time();
    runtime.build().expect("a runtime")
}

/// Sends a frame each tick, until `done` is closed.
async fn spin(frames: Sender<char>, mut done: Receiver<()>) {
    for frame in r"|/-\".chars().cycle() {
        frames.send(frame).ok();
        let rest = time::timeout(TICK, &mut done);
        if rest.await.is_ok() {
            return;
        }
    }
}

async fn report<M>(make: M) -> u32
where
    M: FnOnce() -> u32 + Send + 'static,
{
    // The runtime starts threads for what blocks, as many as it
    // takes, and runs no tasks on them.
    let report = task::spawn_blocking(make).await;
    report.expect("the report panicked")
}

/// Spins while `count` reports are made; returns them.
async fn supervisor<M>(
    count: usize,
    make: M,
    frames: Sender<char>,
) -> Vec<u32>
where
    M: FnOnce() -> u32 + Clone + Send + 'static,
{
    let (stop, done) = oneshot::channel();
    let spinner = task::spawn(spin(frames, done));
    let start = |_| task::spawn(report(make.clone()));
    let units: Vec<_> = (0..count).map(start).collect();
    let mut reports = Vec::new();
    for unit in units {
        reports.push(unit.await.expect("a unit panicked"));
    }
    drop(stop);
    spinner.await.expect("the spinner panicked");
    reports
}

fn main() {
    let make = || {
        thread::sleep(Duration::from_millis(300));
        42
    };
    for count in 1..=2 {
        let (sender, frames) = channel::unbounded();
        runtime().block_on(supervisor(count, make, sender));
        let frames = frames.iter().count();
        println!("Reports: {count}. Frames: {frames}.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn the_spinner_turns_beside_as_many_reports_as_threads() {
        let deadline = Duration::from_secs(2);
        let runtime = runtime();
        let threads = runtime.metrics().num_workers();
        let (begin, begun) = channel::unbounded();
        let (opener, gate) = channel::bounded::<()>(0);
        let (sender, frames) = channel::unbounded();
        // A report is ready as soon as its gate is open.
        let make = move || {
            begin.send(()).ok();
            gate.recv().ok();
            42
        };
        let unit = thread::spawn(move || {
            runtime.block_on(supervisor(threads, make, sender))
        });
        for _ in 0..threads {
            let begin = begun.recv_timeout(deadline);
            begin.expect("all reports are made at once");
        }
        // What was drawn until now does not count.
        frames.try_iter().for_each(drop);
        let next = |_: &u32| frames.recv_timeout(deadline).is_ok();
        let drawn = (0..3).take_while(next).count();
        assert_eq!(
            drawn, 3,
            "the spinner drew {drawn} frames while {threads} \
             reports were made: the runtime runs its tasks on \
             {threads} threads, and a report blocked each of them"
        );
        drop(opener);
        let reports = unit.join().expect("no panic");
        assert_eq!(
            reports,
            vec![42; threads],
            "the supervisor should return all reports"
        );
    }
}
