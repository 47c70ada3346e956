//! The parts of a page: bars, a table, sentences, and what to type
//! next. All of it fits 80 columns.

use std::{
    io::{self, Write},
    thread,
};

use console::style;

use crate::table::Table;

const WIDTH: usize = 80;

/// The longest bar: what a name and a time leave of a line.
const BAR: f64 = 56.0;

/// Returns how many cores this machine has for us.
pub(crate) fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Draws the time in seconds that each name took, to scale.
pub(crate) fn bars(
    times: &[(&str, f64)],
    out: &mut dyn Write,
) -> io::Result<()> {
    let longest =
        times.iter().map(|(_, time)| *time).fold(0.0, f64::max);
    for (name, time) in times {
        let width = time / longest.max(f64::MIN_POSITIVE) * BAR;
        let bar = "█".repeat((width.round() as usize).max(1));
        let time = if longest < 1.0 {
            format!("{:.0} ms", time * 1_000.0)
        } else {
            format!("{time:.2} s")
        };
        writeln!(out, "{name:10}  {} {time}", style(bar).cyan())?;
    }
    writeln!(out)
}

/// Writes `table`, its head dimmed.
pub(crate) fn table(
    table: Table,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Table { head, body } = table;
    for line in head {
        writeln!(out, "{}", style(line).dim())?;
    }
    for line in body {
        writeln!(out, "{line}")?;
    }
    writeln!(out)
}

/// Writes `paragraphs`, each with a capital letter in front.
pub(crate) fn paragraphs(
    paragraphs: &[String],
    out: &mut dyn Write,
) -> io::Result<()> {
    for paragraph in paragraphs {
        for line in textwrap::wrap(&capital(paragraph), WIDTH) {
            writeln!(out, "{line}")?;
        }
    }
    if !paragraphs.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

/// Writes what to type next, and why.
pub(crate) fn next(
    commands: &[(String, &str)],
    out: &mut dyn Write,
) -> io::Result<()> {
    let widths = commands.iter().map(|(command, _)| command.len());
    let width = widths.max().unwrap_or(0).max(42);
    for (command, what) in commands {
        let command = format!("{command:width$}");
        writeln!(out, "{} {what}", style(command).cyan())?;
    }
    if let Some(notice) = lesson::output::debug_notice() {
        writeln!(out, "{notice}")?;
    }
    Ok(())
}

/// Returns `text` with a capital letter in front, unless a name
/// with an underscore stands there.
fn capital(text: &str) -> String {
    let name = text.split(' ').next().unwrap_or_default();
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !name.contains('_') => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
