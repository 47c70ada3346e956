//! What is said before and after a step.

use std::{thread::Thread, time::Duration};

use flags::{Counts, Setup, Unit};

use super::Ends;
use crate::{Row, row, twice::Calls};

/// Above what each form costs.
pub(super) const COST: &str =
    "three_stages, as written  lines  depth  errors are passed on";

/// Above what makes requests.
pub(super) const DONE: &str =
    "what is done                            new requests";

/// Above what came of callbacks that are not called once.
pub(super) const TWICE: &str =
    "called  form               flag asked for  what comes of it";

/// Above three stages on a callback API that is adapted.
pub(super) const AWAITED: &str =
    "A callback API, made to be waited for: its callback sends.";

/// Above three stages that wait and call back.
pub(super) const CALLED: &str =
    "Code that waits, made to call back: a unit of its own waits.";

/// Says what the step is about.
pub(super) fn intro(unit: Unit, setup: &Setup) -> String {
    let delay = match setup.args.delay() {
        Some(delay) => format!("answers after {delay}"),
        None => "is elsewhere".to_owned(),
    };
    let heart = setup.args.duration("heartbeat");
    let heart = match unit {
        Unit::Task => format!(
            "A heart beats every {heart:?}, in a task of its own.\n\
             All on one thread: tokio's current-thread runtime."
        ),
        _ => format!(
            "A heart beats every {heart:?}, on a thread of its own."
        ),
    };
    let stages = "Three requests in turn, each needs the answer of \
                  the one before";
    match setup.step.name {
        "hell" => format!("{stages}. The server {delay}."),
        _ => format!("{stages}. The server {delay}.\n{heart}"),
    }
}

/// Says who waited, and who ran meanwhile.
pub(super) fn waited(rows: &[Row]) -> String {
    let times = rows.iter().map(|row| row.answered - row.asked);
    let time = times.sum::<Duration>().as_secs_f64();
    let here: usize = rows.iter().map(|row| row.beats_here).sum();
    let elsewhere: usize =
        rows.iter().map(|row| row.beats_elsewhere).sum();
    let verdict = match (here, elsewhere) {
        (0, 0) => "too short a time for a heart to beat",
        (0, _) => "it stood still",
        _ => "it was free",
    };
    format!(
        "{} answers took {time:.2} s. Meanwhile the thread that \
         asked ran {here} heartbeats,\nother threads \
         {elsewhere}: {verdict}.",
        rows.len()
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
        "Written down, the stages made {written} requests, says \
         {name}; run, {run}.\nWhile main was busy, a unit of their \
         own made {busy}."
    )
}

/// Says on which threads callbacks were called.
pub(super) fn adapted(rows: &[Row], on: &Thread) -> String {
    let [first, .., last] = rows else {
        return "Nothing came.".to_owned();
    };
    let [asked, called] =
        [&first.asked_on, &first.answered_on].map(row::name);
    let [ran, on] = [&last.answered_on, on].map(row::name);
    format!(
        "First, {asked} waited while {called} called back. Then \
         the waiting was done\non {ran}, and the callback was \
         called on {on}."
    )
}

/// Says what callbacks came to.
pub(super) fn twice(asked: &[(&str, Calls, usize)]) -> String {
    let of = |wanted: Calls| {
        let rows = asked.iter().filter(|row| row.1 == wanted);
        let rows = rows.map(|(form, _, flags)| {
            format!("{form} asked for {flags}")
        });
        rows.collect::<Vec<_>>().join(", ")
    };
    format!(
        "Called twice: {} flags. Never called: {}.",
        of(Calls::Twice),
        of(Calls::Never)
    )
}

/// Says what three stages came to, in a few words.
pub(super) fn ends(ends: &Ends) -> String {
    match &ends[..] {
        [] => "nothing, the loop has no more to do".to_owned(),
        [Ok(flag)] => flag.to_string(),
        [Err(error)] => error.chain(),
        more => {
            let ok = more.iter().filter(|end| end.is_ok()).count();
            format!("done is called {} times, {ok} ok", more.len())
        }
    }
}

/// Says how many ended how.
pub(super) fn counts(what: &str, counts: Counts) -> String {
    let Counts { ok, not_found, error } = counts;
    format!(
        "{what}: {ok} ok, {not_found} not found, {error} failed."
    )
}
