//! What the benches share: how much is measured, tokio's two
//! flavours, and what is measured on both sides.

// Each bench uses a part of it.
#![allow(dead_code)]

use std::time::Duration;

use criterion::Criterion;
use tokio::{
    runtime::{Builder, Runtime},
    task,
};

pub(crate) mod downloads;
pub(crate) mod lines;

/// How many threads run the tasks of tokio's multi-thread runtime,
/// and make up a pool: as many on every machine, so that figures
/// of two machines compare.
pub(crate) const THREADS: usize = 2;

/// What joining a thread or a task expects.
pub(crate) const NO_PANIC: &str = "no unit panics";

/// A flavour of tokio's runtime: its id, and how it starts.
type Flavour = (&'static str, fn() -> Runtime);

/// tokio's two flavours.
pub(crate) const FLAVOURS: [Flavour; 2] = [
    ("async", current_thread),
    ("async_multi_thread", multi_thread),
];

/// Returns how much is measured, unless the command line says
/// otherwise: little for each id, since rounds of whole runs tell
/// more on a machine that drifts.
pub(crate) fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .nresamples(10_000)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(600))
}

/// Starts the runtime of the async halves: the thread that blocks
/// on it runs all tasks.
pub(crate) fn current_thread() -> Runtime {
    let mut runtime = Builder::new_current_thread();
    runtime.enable_all().build().expect("a runtime starts")
}

/// Starts the runtime on which [`THREADS`] threads run the tasks.
pub(crate) fn multi_thread() -> Runtime {
    let mut runtime = Builder::new_multi_thread();
    let runtime = runtime.worker_threads(THREADS).enable_all();
    runtime.build().expect("a runtime starts")
}

/// Runs `work` as a task, on either flavour; what it returns is
/// the time that it measured itself.
///
/// On the multi-thread runtime this matters: `block_on` runs its
/// future on a thread that is none of the runtime's, and each
/// hand-over to a task would cross threads.
pub(crate) fn as_task(
    runtime: &Runtime,
    work: impl Future<Output = Duration> + Send + 'static,
) -> Duration {
    runtime.block_on(async {
        task::spawn(work).await.expect(NO_PANIC)
    })
}
