//! What figures show, in sentences. "Faster" is said only of
//! intervals that do not overlap.

use crate::{
    figures::{Lesson, Row},
    id::Id,
    spread::{ENOUGH_RUNS, Spread},
    units,
};

/// Returns what the figures of `lesson` show, a sentence for each
/// pair of each panel, or for a panel that has no pairs.
pub fn about(lesson: &Lesson) -> Vec<String> {
    let (_, most) = lesson.runs();
    if most < ENOUGH_RUNS {
        let runs = runs(most);
        return vec![format!(
            "{runs} cannot tell a difference from chance: \
             nothing is called faster here. {ENOUGH_RUNS} runs \
             can; without --quick there are as many."
        )];
    }
    let panels = lesson.times.iter().map(|row| &*row.id.panel);
    let mut panels = panels.collect::<Vec<_>>();
    panels.dedup();
    panels
        .into_iter()
        .flat_map(|panel| {
            let pairs = of_pairs(lesson, panel);
            if pairs.is_empty() {
                Vec::from_iter(shortest(lesson, panel))
            } else {
                pairs
            }
        })
        .collect()
}

/// What two halves are to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Task,
    Thread,
    Neither,
}

fn verdict(task: &Spread, thread: &Spread) -> Verdict {
    if !task.is_interval() || !thread.is_interval() {
        Verdict::Neither
    } else if task.is_below(thread) {
        Verdict::Task
    } else if thread.is_below(task) {
        Verdict::Thread
    } else {
        Verdict::Neither
    }
}

/// Returns a sentence for each pair of names in a panel.
fn of_pairs(lesson: &Lesson, panel: &str) -> Vec<String> {
    let ratios = lesson.ratios.iter();
    let ratios = ratios.filter(|row| row.id.panel == panel);
    let ratios = ratios.collect::<Vec<_>>();
    let mut names = Vec::new();
    for row in &ratios {
        let pair = (&row.id.name, &row.to);
        if !names.contains(&pair) {
            names.push(pair);
        }
    }
    let sentences = names.into_iter().filter_map(|(name, to)| {
        let thread = to.as_deref()?;
        let rows = ratios
            .iter()
            .filter(|row| row.id.name == *name && row.to == *to);
        let rows = rows.copied().collect::<Vec<_>>();
        Some(of_pair(lesson, panel, (name, thread), &rows))
    });
    sentences.collect()
}

fn of_pair(
    lesson: &Lesson,
    panel: &str,
    (task, thread): (&str, &str),
    rows: &[&Row],
) -> String {
    let of = |wanted: Verdict| {
        let rows = rows.iter().copied().filter(|row| {
            let times = lesson
                .time(&row.id)
                .zip(lesson.time(&row.id.named(thread)));
            times.is_some_and(|(task, thread)| {
                verdict(&task.spread, &thread.spread) == wanted
            })
        });
        rows.collect::<Vec<_>>()
    };
    let mut parts = Vec::new();
    let tasks = of(Verdict::Task);
    if !tasks.is_empty() {
        let times = range(&tasks, |ratio| 1.0 / ratio);
        let at = points(&tasks, rows.len());
        parts.push(format!(
            "{task} was faster than {thread}{at} ({thread} took \
             {times} times as long)"
        ));
    }
    let threads = of(Verdict::Thread);
    if !threads.is_empty() {
        let times = range(&threads, |ratio| ratio);
        let at = points(&threads, rows.len());
        parts.push(format!(
            "threads win{at}: {thread} was faster than {task} \
             ({task} took {times} times as long)"
        ));
    }
    let neither = of(Verdict::Neither);
    if !neither.is_empty() {
        let at = points(&neither, rows.len());
        parts.push(format!(
            "between {thread} and {task}{at} there is no \
             difference that these runs can show"
        ));
    }
    sentence(panel, &parts.join("; "))
}

/// Returns what was shortest in a panel without pairs, at its
/// last point, and what longest.
fn shortest(lesson: &Lesson, panel: &str) -> Option<String> {
    let in_panel = |row: &&Row| row.id.panel == panel;
    let times = lesson.times.iter().filter(in_panel);
    let point = &times.clone().next_back()?.id.point;
    let times = times.filter(|row| row.id.point == *point);
    let mut rows = times.collect::<Vec<_>>();
    rows.sort_by(|one, other| {
        one.spread.median.total_cmp(&other.spread.median)
    });
    let (first, last) = (rows.first()?, rows.last()?);
    let (one, other) = (&first.spread, &last.spread);
    if rows.len() == 1 {
        let time = units::time(one.median);
        let said = format!("{} took {time}", first.id.name);
        return Some(sentence(panel, &said));
    }
    let at = match point.as_str() {
        "" => String::new(),
        point => format!(" at {point}"),
    };
    let (a, b) = (&first.id.name, &last.id.name);
    let said = if verdict(one, other) == Verdict::Neither {
        format!(
            "even between {a} and {b}, the shortest and the \
             longest{at}, there is no difference that these runs \
             can show"
        )
    } else {
        let times = units::ratio(other.median / one.median);
        let second = &rows[1].spread;
        let shortest = if one.is_below(second) {
            "the shortest"
        } else {
            "among the shortest"
        };
        format!(
            "{a} was {shortest}{at} ({}); {b} took {times} times \
             as long ({})",
            units::time(one.median),
            units::time(other.median),
        )
    };
    Some(sentence(panel, &said))
}

fn sentence(panel: &str, said: &str) -> String {
    if panel.is_empty() {
        return format!("{said}.");
    }
    format!("{panel}: {said}.")
}

/// Returns at which points, unless there is no more than one.
fn points(rows: &[&Row], of: usize) -> String {
    if of == 1 {
        return String::new();
    }
    if rows.len() == of {
        return " at every size".to_owned();
    }
    let points = rows.iter().map(|row| point(&row.id));
    format!(" at {}", points.collect::<Vec<_>>().join(", "))
}

fn point(id: &Id) -> &str {
    // "5 at once" reads badly behind "at".
    id.point.strip_suffix(" at once").unwrap_or(&id.point)
}

fn range(rows: &[&Row], figure: fn(f64) -> f64) -> String {
    let figures = rows.iter().map(|row| figure(row.spread.median));
    let mut figures = figures.collect::<Vec<_>>();
    figures.sort_by(f64::total_cmp);
    let text = |at: Option<&f64>| {
        at.map(|at| units::ratio(*at)).unwrap_or_default()
    };
    let (low, high) = (text(figures.first()), text(figures.last()));
    if low == high { low } else { format!("{low}–{high}") }
}

fn runs(count: usize) -> String {
    match count {
        1 => "One run".to_owned(),
        count => format!("{count} runs"),
    }
}
