//! Three times the same job, in tasks' ways.

use tokio::{join, runtime::Handle, task, time};

use crate::{Job, Kind, Table, job::compute};

/// Does `job`: it waits, or it computes.
async fn run(job: Job) {
    let _under_way = job.enter();
    match job.kind {
        Kind::Wait(time) => time::sleep(time).await, // others run
        Kind::Compute(steps) => compute(steps),
    }
}

/// Does `work` three times, one after the other.
pub async fn in_turn(work: impl AsyncFn()) {
    for _ in 0..3 {
        work().await; // this task runs it, then the next
    }
}

/// Does `work` three times at once, as parts of this call.
pub async fn joined(work: impl AsyncFn()) {
    join! {
        work(),
        work(),
        work(),
    }; // this task runs them in turns, whenever one waits
}

/// Does `work` in three units.
///
/// # Panics
///
/// If `work` panics.
pub async fn spawned<F>(work: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let start = |_| task::spawn(work());
    let units: Vec<_> = (0..3).map(start).collect();
    for unit in units {
        unit.await.expect("no panic"); // other tasks run meanwhile
    }
}

/// Does `work` three times on the threads of `pool`.
///
/// # Panics
///
/// If `work` panics.
pub async fn pooled<F>(pool: &Handle, work: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let start = |_| pool.spawn(work());
    let units: Vec<_> = (0..3).map(start).collect();
    for unit in units {
        unit.await.expect("no panic"); // other tasks run meanwhile
    }
}

/// Shows what each way makes of a job.
pub async fn show(table: &mut Table, pool: &Handle, kind: Kind) {
    let job = Job::new(kind);
    in_turn(|| run(job.clone())).await;
    job.end(table, "in turn");
    let job = Job::new(kind);
    joined(|| run(job.clone())).await;
    job.end(table, "joined");
    let job = Job::new(kind);
    let unit = job.clone();
    spawned(move || run(unit.clone())).await;
    job.end(table, "spawned");
    let job = Job::new(kind);
    let unit = job.clone();
    pooled(pool, move || run(unit.clone())).await;
    job.end(table, "on a pool");
}
