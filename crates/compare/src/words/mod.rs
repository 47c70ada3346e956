//! What a run shows, in sentences.
//!
//! They are computed from the figures, never assumed. One round
//! supports no sentence about CPU time or memory; "faster" is
//! said only of ranges that do not overlap.

pub(crate) mod pair;

use self::pair::Half;
use crate::{
    outcome::{Measured, Outcome},
    version::Version,
};

/// The pairs that show threads beside tasks.
const PAIRS: [(Version, Version); 2] = [
    (Version::Thread, Version::Async),
    (Version::RawThread, Version::RawAsync),
];

/// Returns what `outcome` shows, a paragraph each, on a machine
/// with so many `cores`.
pub fn about(outcome: &Outcome, cores: usize) -> Vec<String> {
    let mut paragraphs = outcome.problems();
    let together = [files(outcome), waiting(outcome)];
    let together: Vec<String> =
        together.into_iter().flatten().collect();
    if !together.is_empty() {
        paragraphs.push(together.join(" "));
    }
    paragraphs.extend(work(outcome));
    let rounds = outcome.job.rounds;
    for (thread, task) in pairs(outcome) {
        paragraphs.push(pair::about(
            half(thread),
            half(task),
            rounds,
        ));
    }
    paragraphs.extend(conditions(outcome, cores));
    paragraphs
}

fn half(measured: &Measured) -> Half<'static> {
    let name = measured.version.name();
    Half { name, figures: measured.figures() }
}

/// Returns the pairs of which both halves did everything.
fn pairs(
    outcome: &Outcome,
) -> impl Iterator<Item = (&Measured, &Measured)> {
    PAIRS.into_iter().filter_map(|(thread, task)| {
        outcome.complete(thread).zip(outcome.complete(task))
    })
}

/// What was saved.
fn files(outcome: &Outcome) -> Option<String> {
    let identical =
        outcome.is_identical()? && outcome.problems().is_empty();
    identical.then(|| {
        "All versions saved the same files, byte for byte.".into()
    })
}

/// What waiting together brought.
fn waiting(outcome: &Outcome) -> Option<String> {
    let slow =
        outcome.complete(Version::Sequential)?.figures().wall_s?;
    let times: Vec<String> = outcome
        .measured
        .iter()
        .filter(|it| it.version != Version::Sequential)
        .filter(|it| it.is_complete(&outcome.job))
        .filter_map(|it| {
            let ratio = slow.median / it.figures().wall_s?.median;
            let times = if ratio < 9.95 { 1 } else { 0 };
            Some(format!(
                "{ratio:.times$} times as long as {}",
                it.version
            ))
        })
        .collect();
    if times.is_empty() {
        return None;
    }
    let others = match times.len() {
        1 => "the other waits",
        _ => "the others wait",
    };
    let together = match outcome.job.at_once() {
        1 => "one".to_owned(),
        at_once => format!("{at_once} at once"),
    };
    Some(format!(
        "Sequential waits for each answer before it asks again, \
         {others} for {together}: {} it took {}.",
        this_run(outcome),
        listed(&times, "and"),
    ))
}

/// Says when times are not about waiting for the server.
fn work(outcome: &Outcome) -> Option<String> {
    let versions = &outcome.job.versions;
    let mut complete =
        versions.iter().filter_map(|it| outcome.complete(*it));
    let waits = |it: &Measured| {
        let wall =
            it.figures().wall_s.map_or(0.0, |wall| wall.median);
        it.ideal_s(&outcome.job) >= Some(wall / 2.0)
    };
    let first = complete.next()?;
    let any = waits(first) || complete.any(waits);
    (!any).then(|| {
        "Waiting for the server makes less than half of each \
         time: the rest was spent on this machine."
            .to_owned()
    })
}

fn this_run(outcome: &Outcome) -> String {
    match outcome.job.rounds {
        1 => "in this run".to_owned(),
        rounds => format!("by the medians of {rounds} rounds"),
    }
}

/// What has to be known about this comparison.
fn conditions(outcome: &Outcome, cores: usize) -> Option<String> {
    let has = |version| outcome.complete(version).is_some();
    let library = has(Version::Thread) && has(Version::Async);
    let raw = has(Version::RawThread) && has(Version::RawAsync);
    if !library && !raw {
        return None;
    }
    let cores = counted(cores);
    let clients = "Different HTTP clients (ureq, reqwest) may \
                   explain part of a difference";
    let none = "raw_thread and raw_async have none, and differ \
                in threads and tasks alone";
    let about_clients = match (library, raw) {
        (true, true) => format!("{clients}; {none}."),
        (true, false) => format!("{clients}; --raw uses none."),
        _ => "They have no HTTP client, and differ in threads \
              and tasks alone."
            .to_owned(),
    };
    Some(format!(
        "Async has one thread (tokio, current-thread), this \
         machine {cores}. {about_clients}"
    ))
}

/// Returns so many cores in words.
pub(crate) fn counted(cores: usize) -> String {
    match cores {
        1 => "1 core".to_owned(),
        cores => format!("{cores} cores"),
    }
}

/// Returns `a, b and c`, with another word for `and`.
pub(crate) fn listed<T: AsRef<str>>(
    items: &[T],
    and: &str,
) -> String {
    let items: Vec<&str> = items.iter().map(T::as_ref).collect();
    match items.as_slice() {
        [first @ .., last] if !first.is_empty() => {
            format!("{} {and} {last}", first.join(", "))
        }
        items => items.concat(),
    }
}
