//! What a person sees: bars, the table, the sentences, and what
//! to type next. It fits 80 columns and, by default, 24 lines.

use std::io::{self, Write};

use console::style;

use crate::{
    outcome::{Measured, Outcome},
    print,
    table::Table,
    version::Version,
    words,
};

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
    print::bars(&times(outcome), out)?;
    print::table(Table::of(outcome), out)?;
    let paragraphs = words::about(outcome, print::cores());
    print::paragraphs(&paragraphs, out)?;
    print::next(&next(outcome), out)
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

/// Returns the time in seconds that each version took.
fn times(outcome: &Outcome) -> Vec<(&'static str, f64)> {
    let time = |it: &Measured| {
        let wall = it.figures().wall_s?;
        Some((it.version.name(), wall.median))
    };
    outcome.measured.iter().filter_map(time).collect()
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
