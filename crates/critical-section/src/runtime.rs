//! The runtimes on which the async halves run.

use std::io;

use tokio::runtime::{Builder, Runtime, RuntimeFlavor};

/// Makes a runtime on which one thread runs all tasks: the thread
/// that calls `block_on`.
///
/// # Errors
///
/// If the system refuses what it needs.
pub fn current_thread() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_time().build()
}

/// Makes a runtime on which two threads run the tasks.
///
/// # Errors
///
/// If the system refuses what it needs.
pub fn multi_thread() -> io::Result<Runtime> {
    let mut runtime = Builder::new_multi_thread();
    runtime.worker_threads(2).enable_time().build()
}

/// Says who runs the tasks of `runtime`.
pub fn describe(runtime: &Runtime) -> String {
    let handle = runtime.handle();
    match handle.runtime_flavor() {
        RuntimeFlavor::CurrentThread => {
            "Current-thread runtime: one thread runs all tasks."
                .to_owned()
        }
        _ => format!(
            "Multi-thread runtime: {} threads run the tasks.",
            handle.metrics().num_workers()
        ),
    }
}
