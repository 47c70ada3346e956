//! Panels of several ways, none of which answers another.

use super::{Verdict, sentence, verdict};
use crate::{
    figures::{Lesson, Row},
    units,
};

/// Returns what was shortest in a panel without pairs, at its
/// last point, and what longest.
pub(super) fn shortest(
    lesson: &Lesson,
    panel: &str,
) -> Option<String> {
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
