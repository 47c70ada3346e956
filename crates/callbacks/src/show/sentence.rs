//! What was seen in a step.

use std::{collections::BTreeSet, thread::Thread, time::Duration};

use flags::Unit;

use super::Ends;
use crate::{Error, Row, row, twice::Calls};

/// Says who waited, and who ran meanwhile.
pub(super) fn waited(rows: &[Row]) -> String {
    let times = rows.iter().map(|row| row.answered - row.asked);
    let time = times.sum::<Duration>().as_secs_f64();
    let (here, elsewhere) = beats(rows);
    let verdict = match (here, elsewhere) {
        (0, 0) => "too short to tell",
        (0, _) => "it stood still",
        _ => "it was free",
    };
    let threads: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| [&row.asked_on, &row.answered_on])
        .map(row::name)
        .collect();
    let threads: Vec<&str> = threads.into_iter().collect();
    let threads = threads.join(", ");
    format!(
        "{} answers took {time:.2} s, all asked for and received \
         on: {threads}.\nMeanwhile {here} heartbeats ran there and \
         {elsewhere} elsewhere: {verdict}.",
        rows.len()
    )
}

/// How often hearts beat on the threads that asked, and elsewhere.
fn beats(rows: &[Row]) -> (usize, usize) {
    let here = rows.iter().map(|row| row.beats_here).sum();
    let elsewhere =
        rows.iter().map(|row| row.beats_elsewhere).sum();
    (here, elsewhere)
}

/// Says what three stages came to, in a few words.
pub(super) fn ends(ends: &Ends) -> String {
    match &ends[..] {
        [] => "nothing: the loop has no more to do".to_owned(),
        [Ok(flag)] => flag.to_string(),
        [Err(error)] => error.chain(),
        more => {
            let ok = more.iter().filter(|end| end.is_ok()).count();
            format!("{} results, {ok} of them ok", more.len())
        }
    }
}

/// Says in how many forms the caller heard of an error.
pub(super) fn error(name: &str, seen: &[(usize, Ends)]) -> String {
    let told = |at: fn(usize) -> bool| {
        let told = |(_, ends): &&(usize, Ends)| match ends[..] {
            [Err(Error::Stage { stage, .. })] => at(stage.number()),
            _ => false,
        };
        seen.iter().filter(told).count()
    };
    let (second, other) = (told(|it| it == 2), told(|it| it != 2));
    let before = match other {
        0 => String::new(),
        _ => format!(
            "In {other} of the forms the server itself failed at \
             another stage: not our error.\n"
        ),
    };
    let flags: usize = seen.iter().map(|(flags, _)| flags).sum();
    format!(
        "{before}In {second} of {} forms the caller heard of the \
         error. The flag was asked for\n{flags} times. So says \
         {name}.",
        seen.len()
    )
}

/// Says what made requests, and what did not.
pub(super) fn scheduled(
    name: &str,
    rows: &[(&'static str, usize)],
) -> String {
    let requests = |row: usize| rows.get(row).map_or(0, |it| it.1);
    let written = requests(0) + requests(1);
    let (run, busy) = (requests(2), requests(3));
    format!(
        "Written down, the stages made {written} requests; run, \
         {run}. While main was busy, a\nunit of their own made \
         {busy}. So says {name}."
    )
}

/// Says who waited in the first half of `rows` and who called
/// back; and that for the second half somebody else called back
/// `on` some thread.
pub(super) fn adapted(
    unit: Unit,
    rows: &[Row],
    on: &Thread,
) -> String {
    let (Some(first), Some(last)) = (rows.first(), rows.last())
    else {
        return "Nothing came.".to_owned();
    };
    let who = |thread: &Thread| {
        let name = prose(thread);
        match unit {
            Unit::Task => format!("a task on {name}"),
            _ => name.to_owned(),
        }
    };
    let asked_there =
        |row: &&Row| row.asked_on.id() == first.asked_on.id();
    let waited: Vec<Row> = rows
        .iter()
        .take_while(asked_there)
        .take(3)
        .cloned()
        .collect();
    let (here, _) = beats(&waited);
    let called = prose(&first.answered_on);
    let (asked, ran) = (who(&first.asked_on), who(&last.asked_on));
    let main = prose(&first.asked_on);
    let on = prose(on);
    format!(
        "First {asked} waited while {called} called back, and \
         {main} ran\n{here} heartbeats. Then {ran} waited, and the \
         callback ran on {on}."
    )
}

fn prose(thread: &Thread) -> &str {
    thread.name().unwrap_or("a new thread")
}

/// Says what came of callbacks that are not called once.
pub(super) fn twice(
    name: &str,
    seen: &[(&str, Calls, usize)],
) -> String {
    let of = |wanted: Calls| {
        let rows = seen.iter().filter(|row| row.1 == wanted);
        let rows = rows
            .map(|(form, _, flags)| format!("{flags} ({form})"));
        rows.collect::<Vec<_>>().join(", ")
    };
    format!(
        "How often the flag was asked for, as {name} says:\n\
         called twice: {};\nnever called: {}.",
        of(Calls::Twice),
        of(Calls::Never)
    )
}
