//! Blocking work on a thread of a runtime.

use std::{io::Result, time::Duration, time::Instant};

use super::{Outcome, Outcomes, Run, Table, Work};
use crate::{Plan, runtime};

/// Asks the work to stop while it runs, and waits for it.
///
/// # Errors
///
/// If the system makes no runtime.
pub fn ask((run, work): (Run, Work)) -> Result<Outcome> {
    let runtime = runtime()?;
    let unit = runtime.spawn_blocking(run);
    work.begun.recv().ok();
    let asked = Instant::now();
    unit.abort(); // no effect: the work has begun
    runtime.block_on(unit).ok(); // main waits
    Ok(work.outcome(asked))
}

/// Ends, and asks for nothing.
///
/// # Errors
///
/// If the system makes no runtime.
pub fn wait((run, work): (Run, Work)) -> Result<Outcome> {
    let runtime = runtime()?;
    let _unit = runtime.spawn_blocking(run);
    work.begun.recv().ok();
    let asked = Instant::now();
    drop(runtime); // main waits
    Ok(work.outcome(asked))
}

/// Ends, and waits no longer than `limit`.
///
/// # Errors
///
/// If the system makes no runtime.
pub fn wait_for(
    (run, work): (Run, Work),
    limit: Duration,
) -> Result<Outcome> {
    let runtime = runtime()?;
    let _unit = runtime.spawn_blocking(run);
    work.begun.recv().ok();
    let asked = Instant::now();
    runtime.shutdown_timeout(limit); // main waits for a while
    Ok(work.outcome(asked))
}

/// Ends at once, and leaves the work to itself.
///
/// # Errors
///
/// If the system makes no runtime.
pub fn leave((run, work): (Run, Work)) -> Result<Outcome> {
    let runtime = runtime()?;
    let _unit = runtime.spawn_blocking(run);
    work.begun.recv().ok();
    let asked = Instant::now();
    runtime.shutdown_background(); // the work goes on
    Ok(work.outcome(asked))
}

/// Makes each of these calls.
///
/// # Errors
///
/// If the system makes no runtime.
pub fn all(plan: &Plan) -> Result<Outcomes> {
    let mut table = Table::begin(plan);
    table.row(ask(Work::copying(plan))?);
    table.row(wait(Work::copying(plan))?);
    table.row(wait_for(Work::copying(plan), plan.after)?);
    table.row(leave(Work::copying(plan))?);
    Ok(Outcomes(table.outcomes))
}
