//! Step `frozen`: what stands still when a call blocks its thread.
//!
//! A thread that sleeps stops nobody else. A task that calls
//! `thread::sleep` stops the thread under it, and with it all
//! tasks which that thread should run: compare [`crate::async`]
//! with [`crate::wrong`], which differ in that call.
//!
//! More threads only put it off: on a multi-thread runtime
//! ([`async`]) it takes as many blocking tasks as there are worker
//! threads.
//!
//! Source: after `spinner_async_experiment.py`, *Fluent Python*,
//! ch. 19.

use std::io;

use lesson::say;
use timeline::{asynchronous, blocking};

use crate::{THREADS, Table, Times, runtime, wrong};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// How many worker threads the multi-thread runtime has.
pub const WORKERS: usize = 2;

/// Blocks threads beside a spinner, and prints what it did.
///
/// # Errors
///
/// If the system starts no more threads.
pub fn show_threads(times: Times) -> io::Result<()> {
    say!("{THREADS}");
    let mut table = Table::begin("what waits", times.tick);
    let name = "thread::sleep";
    table.row(name, |screen| {
        blocking::lane(name, || {
            crate::thread::supervisor(times, screen)
        })
    })?;
    for count in 1..=WORKERS {
        let name = format!("blocking threads: {count}");
        table.row(&name, |screen| {
            blocking::lane(&name, || {
                thread::supervisor(times, count, screen)
            })
        });
    }
    table.end();
    Ok(())
}

/// Blocks tasks beside a spinner, on two kinds of runtime, and
/// prints what it did.
///
/// # Errors
///
/// If the system refuses a runtime what it needs.
pub fn show_tasks(times: Times) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    let mut table = Table::begin("what waits", times.tick);
    let name = "time::sleep().await";
    table.row(name, |screen| {
        let supervisor = crate::r#async::supervisor(times, screen);
        runtime.block_on(asynchronous::lane(name, supervisor))
    })?;
    let name = "thread::sleep";
    table.row(name, |screen| {
        let supervisor = wrong::supervisor(times, screen);
        runtime.block_on(asynchronous::lane(name, supervisor))
    })?;
    let runtime = runtime::multi_thread(WORKERS)?;
    say!("{}", runtime::describe(&runtime));
    for count in 1..=WORKERS {
        let name = format!("blocking tasks: {count}");
        table.row(&name, |screen| {
            let supervisor =
                r#async::supervisor(times, count, screen);
            runtime.block_on(asynchronous::lane(&name, supervisor))
        });
    }
    table.end();
    Ok(())
}
