//! Who has a permit when, drawn by the server's clock.

use std::time::Duration;

use anyhow::{Context, ensure};
use flags::{Program, Setup};
use lesson::say;

use crate::{
    Hold, Plan,
    log::{Log, Span, Turns},
    show::{self, Many},
    trial::Trial,
    words,
};

/// So few that a person can follow all of them.
const DOWNLOADS: usize = 4;
const PERMITS: usize = 2;

/// How many characters the longest run takes.
const WIDTH: usize = 48;

/// Runs the three, draws each, and says what was seen.
pub(crate) fn show(
    program: &Program,
    setup: &Setup,
    many: &Many<'_>,
) -> anyhow::Result<()> {
    ensure!(
        setup.server.is_some(),
        "this step draws by the clock of the server inside this \
         program; leave out --server URL"
    );
    let work = show::work(setup);
    let (units, permits) = (DOWNLOADS, PERMITS);
    let mut logs = Vec::new();
    for hold in Hold::ALL {
        let plan = Plan { hold, permits, units, work };
        let trial = Trial::run(setup, plan, DOWNLOADS, many)?;
        let log = trial.log.context("a request was cut short")?;
        logs.push((hold, log));
    }
    let downloads = logs[0].1.downloads().len();
    say!(
        "{}, {PERMITS} permits, {}",
        words::counted(downloads, "download"),
        words::who(program)
    );
    let waits = work.map_or("", |_| ", or works");
    say!(
        "F: its flag is under way, M: its metadata, B: both, \
         .: it waits{waits}"
    );
    let ends = logs.iter().map(|(_, log)| log.end());
    let longest = ends.max().unwrap_or_default();
    for (hold, log) in &logs {
        say!();
        say!("{}: {}", hold.name(), hold.about());
        for turns in log.downloads() {
            say!("  {}  {}", turns.code, row(turns, longest));
        }
    }
    say!();
    say!("{}", sentence(&logs));
    Ok(())
}

/// Draws one download; the longest of all takes [`WIDTH`].
fn row(turns: &Turns, longest: Duration) -> String {
    let column = longest / WIDTH as u32;
    let columns = (0..WIDTH as u32).map(|number| {
        let middle = column * number + column / 2;
        let at =
            |span: &Span| (span.from..span.to).contains(&middle);
        match (at(&turns.flag), at(&turns.metadata)) {
            (true, true) => 'B',
            (true, false) => 'F',
            (false, true) => 'M',
            (false, false) if middle < turns.end() => '.',
            (false, false) => ' ',
        }
    });
    columns.collect::<String>().trim_end().to_owned()
}

/// Says how long downloads waited, and for what.
fn sentence(logs: &[(Hold, Log)]) -> String {
    let told = |what: fn(&Log) -> Duration| {
        let told = logs.iter().map(|(hold, log)| {
            format!("{} {} ms", hold.name(), what(log).as_millis())
        });
        told.collect::<Vec<_>>().join(", ")
    };
    format!(
        "Between its requests a download waited: {}.\n\
         First download complete after: {}.",
        told(Log::mean_gap),
        told(Log::first)
    )
}
