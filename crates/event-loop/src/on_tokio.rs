//! The same programs on tokio's current-thread runtime.
//!
//! `diff src/async.rs src/on_tokio/async.rs` prints one line, the
//! `use`: our loop is a small copy of what tokio has.
//!
//! The thread half stays what it is, too: functions that block.
//! Tokio keeps threads for those (`spawn_blocking`), one for each
//! that waits; the loop itself never does.

use std::io::Result;

use tokio::runtime::Builder;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Runs `future` on tokio's current-thread runtime.
///
/// # Errors
///
/// If the system has no selector left, or what `future` fails of.
///
/// # Panics
///
/// Inside a running loop of tokio.
pub fn block_on<T>(
    future: impl Future<Output = Result<T>>,
) -> Result<T> {
    let runtime =
        Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(future)
}
