//! What the script draws.

use event_loop::trace::WokenBy;
use serde::Serialize;

use super::{Run, listing::Listing};
use crate::stepper::{Step, What};

/// All of it.
#[derive(Serialize)]
struct Data<'run> {
    names: &'run std::collections::BTreeMap<usize, String>,
    /// When the run ends.
    end: u64,
    steps: Vec<Shown<'run>>,
}

/// A step, as short as it can be.
#[derive(Serialize)]
struct Shown<'run> {
    turn: usize,
    at: u64,
    /// Until when the loop sleeps.
    until: Option<u64>,
    /// Which of what the loop does in turn: the number of it.
    phase: usize,
    /// Who runs, and in which row of the listing.
    task: Option<usize>,
    row: Option<usize>,
    ready: Vec<(usize, WokenBy)>,
    taken: &'run [usize],
    /// Who is woken, and when.
    timers: Vec<(usize, u64)>,
    /// Sockets, and who waits.
    sockets: Vec<(usize, Option<usize>)>,
    /// Who waits in which row.
    waits: Vec<(usize, usize)>,
}

/// Returns it as JSON for a script element, which `</` would end.
pub(super) fn json(run: &Run, listing: &Listing<'_>) -> String {
    let steps = run.steps.iter().map(|step| shown(step, listing));
    let steps = steps.collect();
    let end = run.steps.last().map_or(0, |step| step.at_us);
    let data = Data { names: &run.names, end, steps };
    let json = serde_json::to_string(&data);
    json.expect("numbers and names").replace('<', "\\u003c")
}

fn shown<'run>(
    step: &'run Step,
    listing: &Listing<'_>,
) -> Shown<'run> {
    let lists = &step.lists;
    let (phase, until) = match step.what {
        What::Sleeps { until_us } => (0, Some(until_us)),
        What::Woken { .. } => (1, None),
        _ => (2, None),
    };
    let runs = step.runs.as_ref();
    let ready = lists.ready.iter();
    let timers = lists.timers.iter();
    let sockets = lists.sockets.iter();
    let waits = lists.waits.iter().filter_map(|(task, wait)| {
        Some((*task, listing.row(&wait.file, wait.line)?))
    });
    Shown {
        turn: step.turn,
        at: step.at_us,
        until,
        phase,
        task: step.what.running(),
        row: runs.and_then(|runs| listing.runs(runs)),
        ready: ready.map(|it| (it.task, it.woken_by)).collect(),
        taken: &lists.taken,
        timers: timers.map(|it| (it.task, it.due_us)).collect(),
        sockets: sockets.map(|it| (it.socket, it.task)).collect(),
        waits: waits.collect(),
    }
}
