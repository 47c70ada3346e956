//! What the runs of two halves show, in sentences.
//!
//! They are those about any pair, with one more care: the halves of
//! a lesson may show different things on purpose, such as a wait
//! or busy work that only one of them has. Where the figures hint
//! at that, nobody is called faster.

use crate::{
    halves::Outcome,
    words::{
        counted, listed,
        pair::{self, Half},
    },
};

/// Times that differ by a smaller share are compared as usual.
const SHARE: f64 = 0.1;

/// Halves of which one takes so many times as long as the other
/// hardly do the same.
const UNLIKE: f64 = 2.0;

/// Returns what `outcome` shows, a paragraph each, on a machine
/// with so many `cores`.
pub fn about(outcome: &Outcome, cores: usize) -> Vec<String> {
    let mut paragraphs = outcome.problems();
    let Some([thread, task]) = outcome.complete() else {
        return paragraphs;
    };
    let rounds = outcome.wanted.rounds;
    let words = unlike(thread, task)
        .or_else(|| waits(thread, task, rounds))
        .unwrap_or_else(|| pair::about(thread, task, rounds));
    paragraphs.push(words);
    paragraphs.push(conditions(outcome, cores));
    paragraphs
}

/// Says that the halves hardly do the same, if their times are so
/// far apart.
fn unlike(thread: Half, task: Half) -> Option<String> {
    let (long, short) = sorted(thread, task)?;
    let ratio = long.1 / short.1;
    let what = if long.2 - short.2 > (long.1 - short.1) / 2.0 {
        "computed"
    } else {
        "waited, perhaps for a core,"
    };
    (ratio >= UNLIKE).then(|| {
        format!(
            "{} took {ratio:.1} times as long as {}, and {what} \
             for most of the difference. So far apart, halves \
             hardly do the same: run both, and see what each \
             shows, before you call one faster.",
            long.0, short.0,
        )
    })
}

/// Says that the times differ in waiting, if work makes next to
/// nothing of the difference; then what there is to say about
/// costs.
fn waits(thread: Half, task: Half, rounds: u32) -> Option<String> {
    let (long, short) = sorted(thread, task)?;
    let wall = long.1 - short.1;
    let cpu = (long.2 - short.2).abs();
    let differ = wall > long.1 * SHARE && cpu < wall * SHARE;
    differ.then(|| {
        let costs = pair::about_costs(thread, task, rounds);
        format!(
            "{} took {:.2} s and {} {:.2} s. The difference is \
             time spent waiting, perhaps for a core, and not work: \
             what does each half wait for? Neither is called \
             faster for that. {costs}",
            long.0, long.1, short.0, short.1,
        )
    })
}

/// Returns the half that took longer, and the other one; nothing
/// if one cannot tell, since the ranges of their times overlap.
fn sorted<'a>(
    thread: Half<'a>,
    task: Half<'a>,
) -> Option<(Medians<'a>, Medians<'a>)> {
    let walls = [thread, task].map(|it| it.figures.wall_s);
    let [a, b] = [walls[0]?, walls[1]?];
    if !a.is_below(&b) && !b.is_below(&a) {
        return None;
    }
    let (a, b) = (medians(thread)?, medians(task)?);
    Some(if a.1 > b.1 { (a, b) } else { (b, a) })
}

/// The name of a half, its wall time and its CPU time in seconds.
type Medians<'a> = (&'a str, f64, f64);

fn medians(half: Half<'_>) -> Option<Medians<'_>> {
    let Half { name, figures } = half;
    let (wall, cpu) = (figures.wall_s?, figures.cpu_s?);
    Some((name, wall.median, cpu.median))
}

/// What has to be known about this comparison.
fn conditions(outcome: &Outcome, cores: usize) -> String {
    let wanted = &outcome.wanted;
    let runtimes: Vec<&str> =
        outcome.runtimes.iter().copied().collect();
    let cores = counted(cores);
    let runtime = match runtimes.as_slice() {
        [] => "Async names no runtime of tokio's".to_owned(),
        ["current-thread"] => {
            "Async has one thread for its tasks (tokio, \
             current-thread)"
                .to_owned()
        }
        names => format!(
            "Async runs on tokio's runtimes {}",
            listed(names, "and")
        ),
    };
    let mut sentences = vec![
        format!("{runtime}, this machine {cores}."),
        "Times are of whole processes, from start to end.".into(),
    ];
    if wanted.server_inside {
        sentences.push(
            "The flag server is inside each half, and so are its \
             thread, CPU time and memory."
                .into(),
        );
    }
    if wanted.clients {
        sentences.push(
            "Different HTTP clients (ureq, reqwest) may explain \
             part of a difference."
                .into(),
        );
    }
    if wanted.step.is_some() {
        sentences.push(
            "A step may show more in one half than in the other: \
             run both, and see."
                .into(),
        );
    }
    sentences.join(" ")
}
