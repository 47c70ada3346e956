//! Panels in which tasks answer threads.

use super::{Verdict, sentence, verdict};
use crate::{
    figures::{Lesson, Row},
    id::Id,
    units,
};

/// Returns a sentence for each pair of names in a panel.
pub(super) fn of_pairs(
    lesson: &Lesson,
    panel: &str,
) -> Vec<String> {
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
