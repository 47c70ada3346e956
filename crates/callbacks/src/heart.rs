//! A heart beats while three stages wait: whose thread is free?

use std::{
    sync::mpsc::{self, RecvTimeoutError::Timeout},
    thread as threads,
    time::Duration,
};

use crate::{Log, event_loop::Handle};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Lets a heart beat on an event loop, as one more of its jobs,
/// until what this returns is dropped.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn on_loop(
    handle: Handle,
    log: &Log,
    every: Duration,
) -> mpsc::SyncSender<()> {
    let (stop, stopped) = mpsc::sync_channel::<()>(1);
    let log = log.clone();
    threads::spawn(move || {
        while stopped.recv_timeout(every) == Err(Timeout) {
            let log = log.clone();
            handle.post(move || log.beat());
        }
    });
    stop
}
