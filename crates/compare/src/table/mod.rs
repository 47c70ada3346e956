//! The table: plain text, at most 80 columns.

mod cells;
mod columns;

pub(crate) use cells::{Cells, Digits};
pub use columns::Table;

use crate::{
    job::Job,
    outcome::{Measured, Outcome},
};

/// The columns, each with its name above its unit.
const HEADS: [[&str; 2]; 8] = [
    ["version", ""],
    ["flags", ""],
    ["wall time", "s"],
    ["ideal time", "s"],
    ["CPU time", "ms"],
    ["memory", "peak MiB"],
    ["threads", "at peak"],
    ["context", "switches"],
];

type Row = [String; HEADS.len()];

impl Table {
    /// Makes the table of `outcome`.
    pub fn of(outcome: &Outcome) -> Self {
        let measured = outcome.measured.iter();
        let digits = Digits::of(measured.map(Measured::figures));
        let body: Vec<Row> = outcome
            .measured
            .iter()
            .flat_map(|of| rows(of, &outcome.job, digits))
            .collect();
        Self::laid_out(HEADS, &body)
    }
}

/// Returns the rows of one version.
fn rows(
    measured: &Measured,
    job: &Job,
    digits: Digits,
) -> Vec<Row> {
    let flags = measured.worst().map_or(0, |run| run.said.ok);
    let flags = if flags == job.flags {
        flags.to_string()
    } else {
        format!("{flags} of {}", job.flags)
    };
    let ran = !measured.runs.is_empty();
    let cells = Cells::of(&measured.figures(), digits, ran);
    let figures = [
        measured.version.to_string(),
        flags,
        cells.wall,
        digits.seconds(measured.ideal_s(job), ran),
        cells.cpu,
        cells.memory,
        cells.threads,
        cells.switches,
    ];
    let mut rows = vec![figures];
    if job.rounds > 1 {
        let mut spreads = Row::default();
        spreads[2] = cells.wall_range;
        spreads[4] = cells.cpu_range;
        rows.push(spreads);
    }
    rows
}
