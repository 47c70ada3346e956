//! Results in order, as one would have them who has only threads.

use std::{thread, time::Duration};

use crossbeam_channel as channel;

use crate::together::ordered::{Log, UNITS, jobs};

/// Does six jobs of which a long one takes as long as `time`, and
/// tells what happened, in order.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn ordered(time: Duration) -> Log {
    let log = Log::default();
    let (sender, todo) = channel::unbounded();
    let submit = |job| {
        let (end, result) = channel::bounded(1);
        sender.send((job, end)).expect("a thread will listen");
        result
    };
    let results: Vec<_> =
        jobs(time, &log).into_iter().map(submit).collect();
    drop(sender); // what is in the channel is all there is
    thread::scope(|scope| {
        for _ in 0..UNITS {
            scope.spawn(|| {
                for (job, end) in &todo {
                    thread::sleep(job.length);
                    end.send(job.end()).expect("we wait for it");
                }
            });
        }
        for result in results {
            log.note(result.recv().expect("no panic"));
        }
    });
    log
}
