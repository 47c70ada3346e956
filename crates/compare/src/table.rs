//! The table: plain text, at most 80 columns.

use crate::{
    job::Job,
    outcome::{Measured, Outcome},
    rounds::Spread,
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

const WIDTH: usize = 80;

type Row = [String; HEADS.len()];

/// A table as lines: those of the head, and those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns, and their units.
    pub head: Vec<String>,
    /// A line for each version; after several rounds a second
    /// one, with the smallest and the largest figure.
    pub body: Vec<String>,
}

impl Table {
    /// Makes the table of `outcome`.
    pub fn of(outcome: &Outcome) -> Self {
        let head = [0, 1]
            .map(|line| HEADS.map(|head| head[line].to_owned()));
        let digits = Digits::of(outcome);
        let body: Vec<Row> = outcome
            .measured
            .iter()
            .flat_map(|of| rows(of, &outcome.job, digits))
            .collect();
        let widths: [usize; HEADS.len()] =
            std::array::from_fn(|column| {
                let rows = head.iter().chain(&body);
                let widths =
                    rows.map(|row| row[column].chars().count());
                widths.max().unwrap_or(0)
            });
        let gaps = WIDTH.saturating_sub(widths.iter().sum());
        let gap = (gaps / (HEADS.len() - 1)).clamp(1, 2);
        let lines = |rows: &[Row]| {
            rows.iter().map(|row| line(row, &widths, gap)).collect()
        };
        Self { head: lines(&head), body: lines(&body) }
    }
}

/// Puts the cells of `row` side by side: names to the left,
/// figures to the right.
fn line(
    row: &Row,
    widths: &[usize; HEADS.len()],
    gap: usize,
) -> String {
    let mut line = format!("{:1$}", row[0], widths[0]);
    for (cell, width) in row.iter().zip(widths).skip(1) {
        let width = width + gap;
        line.push_str(&format!("{cell:>width$}"));
    }
    line.trim_end().to_owned()
}

/// How many digits stand behind the point, for a whole column.
#[derive(Clone, Copy)]
struct Digits {
    seconds: usize,
    cpu_ms: usize,
}

impl Digits {
    fn of(outcome: &Outcome) -> Self {
        let largest = |figure: fn(&Measured) -> Option<Spread>| {
            let figures =
                outcome.measured.iter().filter_map(figure);
            figures.map(|spread| spread.max).fold(0.0, f64::max)
        };
        let seconds = match largest(Measured::wall_s) {
            ..1.0 => 3,
            1.0..1_000.0 => 2,
            _ => 1,
        };
        let cpu_ms =
            if largest(Measured::cpu_s) < 0.01 { 1 } else { 0 };
        Self { seconds, cpu_ms }
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
    let absent = if measured.runs.is_empty() { "-" } else { "n/a" };
    let show = |figure: Option<f64>, digits: usize| {
        figure.map_or(absent.to_owned(), |figure| {
            format!("{figure:.digits$}")
        })
    };
    let wall = measured.wall_s();
    let cpu_ms = measured.cpu_s().map(|cpu| Spread {
        median: cpu.median * 1_000.0,
        min: cpu.min * 1_000.0,
        max: cpu.max * 1_000.0,
    });
    let median =
        |spread: Option<Spread>| spread.map(|it| it.median);
    let peak = |spread: Option<Spread>| spread.map(|it| it.max);
    let mib = peak(measured.memory_bytes()).map(|it| it / MIB);
    let figures = [
        measured.version.to_string(),
        flags,
        show(median(wall), digits.seconds),
        show(measured.ideal_s(job), digits.seconds),
        show(median(cpu_ms), digits.cpu_ms),
        show(mib, 1),
        show(peak(measured.threads()), 0),
        show(median(measured.switches()), 0),
    ];
    let mut rows = vec![figures];
    if job.rounds > 1 {
        let mut spreads = Row::default();
        spreads[2] = range(wall, digits.seconds);
        spreads[4] = range(cpu_ms, digits.cpu_ms);
        rows.push(spreads);
    }
    rows
}

const MIB: f64 = 1024.0 * 1024.0;

/// Returns the smallest and the largest figure, or nothing.
fn range(spread: Option<Spread>, digits: usize) -> String {
    spread.map_or(String::new(), |Spread { min, max, .. }| {
        format!("{min:.digits$}-{max:.digits$}")
    })
}
