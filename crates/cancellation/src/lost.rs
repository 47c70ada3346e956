//! One job, stopped at every place where it can be stopped: what
//! is lost, and what is done twice?
//!
//! A future is stopped by hand: [`polls`] polls it some times, and
//! cancels it then. A thread is stopped by the end of its process:
//! [`steps`] lets it do some steps, and `main` returns.

use std::{io, path::Path};

use crate::{
    Plan,
    child::{self, Part, Scene},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod doubles;
pub mod leaves;
pub mod loses;
pub mod polls;
pub mod steps;
mod table;
pub mod thread;

pub use table::{Column, Table};

/// How many records there are.
pub const RECORDS: usize = 3;

/// How a unit came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// All records are copied.
    Finished,
    /// It was told to stop.
    Stopped,
}

/// Ends the `main` of a process after each step of its thread,
/// and tells a thread to stop after each step.
///
/// # Errors
///
/// If a child process does not start, or fails.
pub fn of_threads(
    plan: &Plan,
    program: &Path,
) -> io::Result<Table> {
    let left = |scene| {
        move |number| {
            let job =
                Plan { records: RECORDS, ..*plan }.quiet_job();
            child::run(program, Part { scene, number }, &job)?;
            Ok(job.audit())
        }
    };
    let told =
        |number| Ok(steps::stop_after(number, leaves::wrong::copy));
    let columns = [
        Column {
            does: "peek, wait, pass",
            stopped: "main returns",
            stop: &left(Scene::PeekAndPass),
        },
        Column {
            does: "take, wait, put",
            stopped: "main returns",
            stop: &left(Scene::TakeAndPut),
        },
        Column {
            does: "take, wait, put",
            stopped: "flag, then join",
            stop: &told,
        },
    ];
    Table::fill(plan, "steps", &columns)
}

/// Cancels a future after each number of polls.
///
/// # Errors
///
/// None; it is the twin of [`of_threads`].
pub fn of_futures(plan: &Plan) -> io::Result<Table> {
    let columns = [
        Column {
            does: "peek, wait, pass",
            stopped: "select! drops it",
            stop: &|polls| {
                Ok(polls::cancel_after(polls, r#async::copy))
            },
        },
        Column {
            does: "take, wait, put",
            stopped: "select! drops it",
            stop: &|polls| {
                Ok(polls::cancel_after(polls, loses::wrong::copy))
            },
        },
        Column {
            does: "copy, wait, remove",
            stopped: "select! drops it",
            stop: &|polls| {
                Ok(polls::cancel_after(polls, doubles::wrong::copy))
            },
        },
    ];
    Table::fill(plan, "polls", &columns)
}
