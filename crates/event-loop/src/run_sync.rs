//! The console helper: `run_sync`, which runs a future to its end
//! and returns its output, for code that is not async.
//!
//! Where a loop runs already, it panics, in our loop and in
//! tokio's. The thread that calls it *is* the loop: while it waits
//! here, nobody polls any task, and nobody asks the system which
//! sockets are ready. What the helper waits for might never come.
//! A function that blocks may be called in any thread: it stops
//! nobody but its caller.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

use std::{io, panic, time::Duration};

use crate::on_tokio;

/// A place from which the helper is called, and a function that
/// calls it there.
pub type Call = (&'static str, fn(Duration) -> u32);

/// What tokio says to a call inside its own loop.
pub const TOKIO: Call = ("inside tokio's loop", inside_tokio);

fn inside_tokio(time: Duration) -> u32 {
    let slow_function = async move {
        tokio::time::sleep(time).await;
        io::Result::Ok(42)
    };
    let inside = async { on_tokio::block_on(slow_function) };
    on_tokio::block_on(inside).expect("there is a selector")
}

/// Returns what `call` returns, or the words of its panic.
///
/// # Errors
///
/// If it panics.
pub fn outcome(call: impl FnOnce() -> u32) -> Result<u32, String> {
    let call = panic::AssertUnwindSafe(call);
    panic::catch_unwind(call).map_err(|payload| {
        let text = payload.downcast_ref::<String>().cloned();
        let word = payload.downcast_ref::<&str>();
        text.or(word.map(ToString::to_string)).unwrap_or_default()
    })
}
