//! Whether a machine measures again what it measured before.

use crate::{
    figures::{Figures, Lesson, Row},
    spread::Spread,
    units,
};

/// Returns what the ratios that were taken again say of those of
/// the reference, if both come from one machine and one compiler:
/// how many have intervals that overlap, and which have not.
pub fn again(here: &Figures, there: &Figures) -> Option<String> {
    if here.machine != there.machine {
        return None;
    }
    let mut all = 0;
    let mut apart = Vec::new();
    let mut dates = Vec::new();
    for (name, lesson) in &here.lessons {
        let Some(before) = there.lessons.get(name) else {
            continue;
        };
        for (row, before) in both(lesson, before) {
            all += 1;
            if is_apart(&row.spread, &before.spread) {
                apart.push(told(name, row, before));
            }
        }
        dates.push(before.date.as_str());
    }
    if all == 0 {
        return None;
    }
    dates.sort_unstable();
    dates.dedup();
    let overlap = all - apart.len();
    let dates = dates.join(", ");
    let sentence = format!(
        "Taken again, after the reference of {dates}: of {all} \
         ratios {overlap} have intervals that overlap"
    );
    Some(match apart.as_slice() {
        [] => format!("{sentence}."),
        apart => format!("{sentence}; not: {}.", apart.join("; ")),
    })
}

/// Returns the ratios of which there are intervals in both.
fn both<'a>(
    here: &'a Lesson,
    there: &'a Lesson,
) -> impl Iterator<Item = (&'a Row, &'a Row)> {
    let rows = here.ratios.iter().filter_map(|row| {
        let before = there.ratio(&row.id)?;
        (row.to == before.to).then_some((row, before))
    });
    rows.filter(|(row, before)| {
        row.spread.is_interval() && before.spread.is_interval()
    })
}

fn is_apart(one: &Spread, other: &Spread) -> bool {
    one.is_below(other) || other.is_below(one)
}

fn told(lesson: &str, row: &Row, before: &Row) -> String {
    let parts =
        [lesson, &row.id.panel, &row.id.point, &row.id.name];
    let parts = parts.into_iter().filter(|it| !it.is_empty());
    let of = parts.collect::<Vec<_>>().join(" ");
    let range =
        |row: &Row| units::ratios(row.spread.low, row.spread.high);
    format!("{of} ({}, then {})", range(before), range(row))
}
