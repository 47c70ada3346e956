//! What a person sees: bars, the table, the sentences, and what
//! to type next.

use std::io::{self, Write};

use console::style;

use super::{Outcome, words};
use crate::{
    print,
    table::{Cells, Digits, Table},
};

/// The columns, each with its name above its unit.
const HEADS: [[&str; 2]; 6] = [
    ["half", ""],
    ["wall time", "s"],
    ["CPU time", "ms"],
    ["memory", "peak MiB"],
    ["threads", "at peak"],
    ["context", "switches"],
];

type Row = [String; HEADS.len()];

pub(super) fn write(
    outcome: &Outcome,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}\n", style(title(outcome)).bold())?;
    let times = outcome.halves.iter().filter_map(|half| {
        Some((half.name, half.figures().wall_s?.median))
    });
    print::bars(&times.collect::<Vec<_>>(), out)?;
    print::table(table(outcome), out)?;
    let paragraphs = words::about(outcome, print::cores());
    print::paragraphs(&paragraphs, out)?;
    print::next(&next(outcome), out)
}

fn title(outcome: &Outcome) -> String {
    let wanted = &outcome.wanted;
    let mut options = String::new();
    for argument in wanted.arguments() {
        options.push(' ');
        options.push_str(&argument.to_string_lossy());
    }
    let rounds = match wanted.rounds {
        1 => "1 round".to_owned(),
        rounds => format!("{rounds} rounds"),
    };
    format!("{}{options}: both halves, {rounds}", wanted.lesson)
}

fn table(outcome: &Outcome) -> Table {
    let halves = &outcome.halves;
    let figures = halves.iter().map(|half| half.figures());
    let digits = Digits::of(figures);
    let mut body: Vec<Row> = Vec::new();
    for half in halves {
        let ran = !half.runs.is_empty();
        let cells = Cells::of(&half.figures(), digits, ran);
        body.push([
            half.name.to_owned(),
            cells.wall,
            cells.cpu,
            cells.memory,
            cells.threads,
            cells.switches,
        ]);
        if half.runs.len() > 1 {
            let mut spreads = Row::default();
            spreads[1] = cells.wall_range;
            spreads[2] = cells.cpu_range;
            body.push(spreads);
        }
    }
    Table::laid_out(HEADS, &body)
}

/// Returns what to type next, and why.
fn next(outcome: &Outcome) -> Vec<(String, &'static str)> {
    let wanted = &outcome.wanted;
    let lesson = &wanted.lesson;
    let program = &wanted.halves[1];
    let diff =
        format!("cargo run --bin workbench -- diff {lesson}");
    let steps =
        format!("cargo run --release --bin {program} -- --help");
    vec![
        (diff, "what differs"),
        (steps, "other steps"),
        ("docs/en/compare.md".to_owned(), "the columns"),
    ]
}
