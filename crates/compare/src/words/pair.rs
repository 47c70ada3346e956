//! What stands between the two halves of a pair.

use super::listed;
use crate::{figures::Figures, rounds::Spread};

/// One half of a pair: its name, and what it did.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Half<'a> {
    pub(crate) name: &'a str,
    pub(crate) figures: Figures,
}

/// Returns what `rounds` rounds show about `thread` and `task`,
/// which both did everything in each of them.
pub(crate) fn about(
    thread: Half,
    task: Half,
    rounds: u32,
) -> String {
    match rounds {
        1 => in_one_round(thread, task),
        rounds => in_rounds(&FIGURES, thread, task, rounds),
    }
}

/// Returns the same about all but time, which says nothing of its
/// own here.
pub(crate) fn about_costs(
    thread: Half,
    task: Half,
    rounds: u32,
) -> String {
    match rounds {
        1 => MORE_ROUNDS.to_owned(),
        rounds => {
            let [_, costs @ ..] = &FIGURES;
            in_rounds(costs, thread, task, rounds)
        }
    }
}

const MORE_ROUNDS: &str = "One round cannot tell a difference from \
                           chance; several can (--rounds 5).";

/// One round: the ratio of two times, and that it is not much.
fn in_one_round(thread: Half, task: Half) -> String {
    let median =
        |it: Half| it.figures.wall_s.map(|wall| wall.median);
    let Some((a, b)) = median(thread).zip(median(task)) else {
        return String::new();
    };
    let (a_name, b_name) = (thread.name, task.name);
    let (longer, shorter) =
        if a > b { (a_name, b_name) } else { (b_name, a_name) };
    let ratio = a.max(b) / a.min(b);
    let percent = (ratio - 1.0) * 100.0;
    let seen = if percent < 1.0 {
        let names = format!("{a_name} and {b_name}");
        format!("{names} took the same time, to within 1 %")
    } else if ratio < 2.0 {
        format!(
            "{longer} took {percent:.0} % longer than {shorter}"
        )
    } else {
        format!(
            "{longer} took {ratio:.1} times as long as {shorter}"
        )
    };
    format!("In this run {seen}. {MORE_ROUNDS}")
}

/// A figure of which one half may have less.
struct Figure {
    name: &'static str,
    less: &'static str,
    of: fn(&Figures) -> Option<Spread>,
    unit: &'static str,
    in_unit: f64,
    digits: usize,
}

const FIGURES: [Figure; 3] = [
    Figure {
        name: "time",
        less: "was faster",
        of: |it| it.wall_s,
        unit: "s",
        in_unit: 1.0,
        digits: 3,
    },
    Figure {
        name: "CPU time",
        less: "needed less CPU time",
        of: |it| it.cpu_s,
        unit: "ms",
        in_unit: 1e3,
        digits: 0,
    },
    Figure {
        name: "memory",
        less: "needed less memory",
        of: |it| it.memory_bytes,
        unit: "MiB",
        in_unit: 1.0 / (1024.0 * 1024.0),
        digits: 1,
    },
];

impl Figure {
    /// Returns the figure of one half, in its unit, with as many
    /// digits as are shown: ranges that look the same are.
    fn range(&self, half: Half) -> Option<Spread> {
        let spread = (self.of)(&half.figures)?;
        let scale = 10_f64.powi(self.digits as i32);
        let round = |figure: f64| {
            (figure * self.in_unit * scale).round() / scale
        };
        Some(Spread {
            median: round(spread.median),
            min: round(spread.min),
            max: round(spread.max),
        })
    }

    /// Returns what there is to say about the one that has less.
    fn show(&self, least: Spread, most: Spread) -> String {
        let Self { less, unit, digits, .. } = self;
        let range = |Spread { min, max, .. }: Spread| {
            if min == max {
                format!("{min:.digits$}")
            } else {
                format!("{min:.digits$}-{max:.digits$}")
            }
        };
        let (least, most) = (range(least), range(most));
        format!("{less} ({least} against {most} {unit})")
    }
}

/// Several rounds: what they show, and what they do not.
fn in_rounds(
    figures: &[Figure],
    thread: Half,
    task: Half,
    rounds: u32,
) -> String {
    let (a_name, b_name) = (thread.name, task.name);
    let mut shown = Vec::new();
    let mut not_shown = Vec::new();
    let mut subject: Option<&str> = None;
    let mut winner = "";
    for figure in figures {
        let ranges = figure.range(thread).zip(figure.range(task));
        let Some((a, b)) = ranges else { continue };
        let (who, least, most) = if a.is_below(&b) {
            (a_name, a, b)
        } else if b.is_below(&a) {
            (b_name, b, a)
        } else {
            not_shown.push(figure.name);
            continue;
        };
        let what = figure.show(least, most);
        // Named once, if it is about the same one again.
        shown.push(match subject.replace(who) {
            Some(before) if before == who => what,
            _ => format!("{who} {what}"),
        });
        if figure.name == "time" {
            winner = if who == a_name {
                " On time, threads win here."
            } else {
                " On time, tasks win here."
            };
        }
    }
    let mut sentences = Vec::new();
    if !shown.is_empty() {
        let shown = listed(&shown, "and");
        let luck = luck(rounds);
        sentences.push(format!(
            "In all {rounds} rounds {shown}{luck}.{winner}",
        ));
    }
    if !not_shown.is_empty() {
        sentences.push(format!(
            "Between {a_name} and {b_name} there is no difference \
             in {} that {rounds} rounds can show.",
            listed(&not_shown, "or"),
        ));
    }
    sentences.join(" ")
}

/// Says how little a few rounds mean. Two times n figures of one
/// kind fall apart into a lower and a higher half, either way
/// round, in 2 of (2n choose n) orders.
fn luck(rounds: u32) -> &'static str {
    match rounds {
        2 => "; with 2 rounds, chance does that 1 time in 3",
        3 => "; with 3 rounds, chance does that 1 time in 10",
        _ => "",
    }
}
