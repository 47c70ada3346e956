//! Three times the same job, in threads' ways.

use std::thread;

use crate::{Job, Kind, Pool, Table, job::compute};

/// Does `job`: it waits, or it computes.
fn run(job: &Job) {
    let _under_way = job.enter();
    match job.kind {
        Kind::Wait(time) => thread::sleep(time), // this one waits
        Kind::Compute(steps) => compute(steps),
    }
}

/// Does `work` three times, one after the other.
pub fn in_turn(work: impl Fn()) {
    for _ in 0..3 {
        work(); // this thread runs it, then the next
    }
}

/// Does `work` three times at once, as parts of this call.
pub fn joined(work: impl Fn() + Sync) {
    thread::scope(|scope| {
        scope.spawn(&work);
        scope.spawn(&work);
        scope.spawn(&work);
    }); // this thread waits here for all three
}

/// Does `work` in three units.
///
/// # Panics
///
/// If `work` panics.
pub fn spawned<F>(work: F)
where
    F: Fn() + Clone + Send + 'static,
{
    let start = |_| thread::spawn(work.clone());
    let units: Vec<_> = (0..3).map(start).collect();
    for unit in units {
        unit.join().expect("no panic"); // this thread waits here
    }
}

/// Does `work` three times on the threads of `pool`.
///
/// # Panics
///
/// If `work` panics.
pub fn pooled<F>(pool: &Pool, work: F)
where
    F: Fn() + Clone + Send + 'static,
{
    let start = |_| pool.submit(work.clone());
    let units: Vec<_> = (0..3).map(start).collect();
    for unit in units {
        unit.result(None).expect("no panic"); // this thread waits
    }
}

/// Shows what each way makes of a job.
pub fn show(table: &mut Table, pool: &Pool, kind: Kind) {
    let job = Job::new(kind);
    in_turn(|| run(&job));
    job.end(table, "in turn");
    let job = Job::new(kind);
    joined(|| run(&job));
    job.end(table, "joined");
    let job = Job::new(kind);
    let unit = job.clone();
    spawned(move || run(&unit));
    job.end(table, "spawned");
    let job = Job::new(kind);
    let unit = job.clone();
    pooled(pool, move || run(&unit));
    job.end(table, "on a pool");
}
