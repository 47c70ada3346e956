//! The figures of a lesson, for a terminal.

use unicode_width::UnicodeWidthStr;

use crate::{
    figures::{Lesson, Row},
    id::Id,
    units,
};

/// Returns the table of `lesson`, a line each.
pub fn table(lesson: &Lesson) -> Vec<String> {
    let mut lines = vec![[
        String::new(),
        "median".to_owned(),
        "between runs".to_owned(),
        "async/thread".to_owned(),
        "between runs".to_owned(),
    ]];
    let mut place = None;
    for row in &lesson.times {
        let here = (&row.id.panel, &row.id.point);
        if place.replace(here) != Some(here) {
            let title = row.id.place();
            if !title.is_empty() {
                lines.push(titled(title));
            }
        }
        lines.push(cells(row, lesson.ratio(&row.id)));
    }
    laid_out(&lines)
}

fn titled(title: String) -> [String; 5] {
    let mut cells = [const { String::new() }; 5];
    cells[0] = title;
    cells
}

fn cells(row: &Row, ratio: Option<&Row>) -> [String; 5] {
    let Row { id: Id { name, .. }, spread, .. } = row;
    let ratio = ratio.map(|row| row.spread);
    let [ratio, range] = match ratio {
        Some(it) => [
            units::ratio(it.median),
            units::ratios(it.low, it.high),
        ],
        None => [const { String::new() }; 2],
    };
    [
        format!("  {name}"),
        units::time(spread.median),
        units::times(spread.low, spread.high),
        ratio,
        range,
    ]
}

/// Puts the cells below each other, the first to the left.
fn laid_out(lines: &[[String; 5]]) -> Vec<String> {
    let widths = [0, 1, 2, 3, 4].map(|column| {
        // A title may reach over the columns to its right.
        let cells = lines.iter().filter(|it| !it[1].is_empty());
        let cells = cells.map(|cells| cells[column].width());
        cells.max().unwrap_or(0)
    });
    let pad = |cell: &str, width: usize| {
        " ".repeat(width.saturating_sub(cell.width()))
    };
    let line = |cells: &[String; 5]| {
        let [first, rest @ ..] = cells;
        let mut line = format!("{first}{}", pad(first, widths[0]));
        for (cell, width) in rest.iter().zip(&widths[1..]) {
            line += "  ";
            line += &pad(cell, *width);
            line += cell;
        }
        line.trim_end().to_owned()
    };
    lines.iter().map(line).collect()
}
