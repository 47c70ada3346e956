//! Who has a permit when, drawn by the server's clock.

use std::time::Duration;

use anyhow::Context;
use flags::{Program, Setup};
use lesson::say;

use crate::{
    Hold, Plan,
    log::{Log, Span, Turns},
    show::{self, Many},
    trial::Trial,
    words,
};

/// How many characters the longest run takes.
const WIDTH: usize = 48;

/// Runs the three, draws each, and says what was seen.
pub(crate) fn show(
    program: &Program,
    setup: &Setup,
    many: &Many<'_>,
) -> anyhow::Result<()> {
    let plan = show::plan(program, setup, Hold::Both)?;
    let Plan { permits, work, .. } = plan;
    let mut logs = Vec::new();
    for hold in Hold::ALL {
        let plan = Plan { hold, ..plan };
        let trial = Trial::run(setup, plan, many)?;
        let log = trial.log.context("a request was cut short")?;
        logs.push((hold, log));
    }
    let downloads = logs[0].1.downloads().len();
    say!(
        "{}, {}, {}",
        words::counted(downloads, "download"),
        words::counted(permits, "permit"),
        words::who(program)
    );
    say!(
        "F: its flag is under way, M: its metadata, B: both, \
         .: neither"
    );
    let ends = logs.iter().map(|(_, log)| log.end());
    let longest = ends.max().unwrap_or_default();
    for (hold, log) in &logs {
        say!();
        say!("{}: {}", hold.name(), about(*hold, log, work));
        for turns in log.downloads() {
            say!("  {}  {}", turns.code, row(turns, longest));
        }
    }
    say!();
    say!("{}", sentence(&logs));
    Ok(())
}

/// Says how permits were held, and what that came to.
fn about(hold: Hold, log: &Log, work: Option<Duration>) -> String {
    let about = hold.about();
    match hold {
        Hold::Held if work.is_some() => {
            format!("{about}, kept during the work")
        }
        Hold::Both => format!(
            "a permit for each, both at once in {} of {}",
            log.at_once(),
            words::counted(log.downloads().len(), "download")
        ),
        _ => about.to_owned(),
    }
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

/// Says how long downloads stood, and when the first was there.
fn sentence(logs: &[(Hold, Log)]) -> String {
    let told = |what: fn(&Log) -> Duration| {
        let told = logs.iter().map(|(hold, log)| {
            format!("{} {} ms", hold.name(), what(log).as_millis())
        });
        told.collect::<Vec<_>>().join(", ")
    };
    format!(
        "A download stood between its requests for: {}.\n\
         First download complete after: {}.",
        told(Log::mean_gap),
        told(Log::first)
    )
}
