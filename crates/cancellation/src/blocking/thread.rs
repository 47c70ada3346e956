//! Blocking work on a thread of its own.

use std::{io::Result, thread, time::Duration, time::Instant};

use super::{Outcome, Outcomes, Run, Table, Work};
use crate::Plan;

/// Asks the work to stop while it runs, and waits for it.
///
/// # Errors
///
/// If the system starts no thread.
pub fn ask((run, work): (Run, Work)) -> Result<Outcome> {
    let builder = thread::Builder::new();
    let unit = builder.spawn(run)?;
    work.begun.recv().ok();
    let asked = Instant::now();
    work.ask(); // by a flag, at which it does not look
    unit.join().ok(); // main waits
    Ok(work.outcome(asked))
}

/// Ends, and asks for nothing.
///
/// # Errors
///
/// If the system starts no thread.
pub fn wait((run, work): (Run, Work)) -> Result<Outcome> {
    let builder = thread::Builder::new();
    let unit = builder.spawn(run)?;
    work.begun.recv().ok();
    let asked = Instant::now();
    unit.join().ok(); // main waits
    Ok(work.outcome(asked))
}

/// Ends, and waits no longer than `limit`.
///
/// # Errors
///
/// If the system starts no thread.
pub fn wait_for(
    (run, work): (Run, Work),
    limit: Duration,
) -> Result<Outcome> {
    let builder = thread::Builder::new();
    let _unit = builder.spawn(run)?;
    work.begun.recv().ok();
    let asked = Instant::now();
    work.ended.recv_timeout(limit).ok(); // main waits for a while
    Ok(work.outcome(asked))
}

/// Ends at once, and leaves the work to itself.
///
/// # Errors
///
/// If the system starts no thread.
pub fn leave((run, work): (Run, Work)) -> Result<Outcome> {
    let builder = thread::Builder::new();
    let unit = builder.spawn(run)?;
    work.begun.recv().ok();
    let asked = Instant::now();
    drop(unit); // nobody waits, the work goes on
    Ok(work.outcome(asked))
}

/// Makes each of these calls.
///
/// # Errors
///
/// If the system starts no thread.
pub fn all(plan: &Plan) -> Result<Outcomes> {
    let mut table = Table::begin(plan);
    table.row(ask(Work::copying(plan))?);
    table.row(wait(Work::copying(plan))?);
    table.row(wait_for(Work::copying(plan), plan.after)?);
    table.row(leave(Work::copying(plan))?);
    Ok(Outcomes(table.outcomes))
}
