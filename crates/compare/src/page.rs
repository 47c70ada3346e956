//! What a person sees: bars, the table, the sentences, and what
//! to type next. It fits 80 columns and, by default, 24 lines.

use std::{
    io::{self, Write},
    thread,
};

use console::style;

use crate::{
    outcome::Outcome, table::Table, version::Version, words,
};

const WIDTH: usize = 80;

/// The longest bar: what a name and a time leave of a line.
const BAR: f64 = 56.0;

/// Writes all that there is to say about `outcome` to `out`.
///
/// # Errors
///
/// If `out` cannot be written.
pub fn write(
    outcome: &Outcome,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}\n", style(title(outcome)).bold())?;
    write_bars(outcome, out)?;
    let Table { head, body } = Table::of(outcome);
    writeln!(out)?;
    for line in head {
        writeln!(out, "{}", style(line).dim())?;
    }
    for line in body {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    let cores = thread::available_parallelism();
    let cores = cores.map_or(1, usize::from);
    let paragraphs = words::about(outcome, cores);
    for paragraph in &paragraphs {
        for line in textwrap::wrap(&capital(paragraph), WIDTH) {
            writeln!(out, "{line}")?;
        }
    }
    if !paragraphs.is_empty() {
        writeln!(out)?;
    }
    for (command, what) in next(outcome) {
        let command = format!("{command:42}");
        writeln!(out, "{} {what}", style(command).cyan())?;
    }
    if let Some(notice) = lesson::output::debug_notice() {
        writeln!(out, "{notice}")?;
    }
    Ok(())
}

fn title(outcome: &Outcome) -> String {
    let job = &outcome.job;
    let flags = match job.flags {
        1 => "1 flag".to_owned(),
        flags => format!("{flags} flags"),
    };
    let rounds = match job.rounds {
        1 => String::new(),
        rounds => format!(", {rounds} rounds"),
    };
    let server = match job.delay_ms() {
        0 => "answers at once".to_owned(),
        delay => format!("takes {delay} ms to answer"),
    };
    format!(
        "{flags}, at most {} at once, from a server that \
         {server}{rounds}",
        job.max_req,
    )
}

/// Draws the time that each version took, to scale.
fn write_bars(
    outcome: &Outcome,
    out: &mut dyn Write,
) -> io::Result<()> {
    let times: Vec<_> = outcome
        .measured
        .iter()
        .filter_map(|it| Some((it.version, it.wall_s()?.median)))
        .collect();
    let longest =
        times.iter().map(|(_, time)| *time).fold(0.0, f64::max);
    for (version, time) in times {
        let width = time / longest.max(f64::MIN_POSITIVE) * BAR;
        let bar = "█".repeat((width.round() as usize).max(1));
        let time = if longest < 1.0 {
            format!("{:.0} ms", time * 1_000.0)
        } else {
            format!("{time:.2} s")
        };
        writeln!(
            out,
            "{version:10}  {} {time}",
            style(bar).cyan()
        )?;
    }
    Ok(())
}

/// Returns what to type next, and why: what this run left open.
fn next(outcome: &Outcome) -> Vec<(String, &'static str)> {
    let job = &outcome.job;
    let has_raw = job.versions.contains(&Version::RawThread);
    let candidates = [
        (job.rounds == 1, "-- --rounds 5", "are differences real?"),
        (!has_raw, "-- --raw", "without client libraries"),
        (
            job.max_req < job.flags.min(20),
            "-- --max-req 20",
            "twenty at once",
        ),
        (true, "--bin download_async", "run one by itself"),
        (true, "-- --list", "all lessons"),
    ];
    let open = candidates.into_iter().filter(|(open, ..)| *open);
    let mut next: Vec<_> = open
        .take(2)
        .map(|(_, options, what)| {
            (format!("cargo run --release {options}"), what)
        })
        .collect();
    next.push((
        "docs/en/compare.md".to_owned(),
        "what each column means",
    ));
    next
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
