//! The runtimes on which the async halves run.

use std::io;

use tokio::runtime::{Builder, Runtime};

/// Makes a runtime on which one thread runs all tasks: the thread
/// that calls `block_on`.
///
/// # Errors
///
/// If the system refuses what it needs.
pub fn current_thread() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_time().build()
}

/// Makes a runtime on which `workers` threads run the tasks.
///
/// # Errors
///
/// If the system refuses what it needs.
///
/// # Panics
///
/// If there are no workers.
pub fn multi_thread(workers: usize) -> io::Result<Runtime> {
    let mut runtime = Builder::new_multi_thread();
    runtime.worker_threads(workers).enable_time().build()
}
