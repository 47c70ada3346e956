//! Lines longer than their column.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::tokens::Part;

/// Returns how many columns `parts` take.
pub(crate) fn width(parts: &[Part<'_>]) -> usize {
    parts.iter().map(|part| part.text.width()).sum()
}

/// Breaks a line where its column of `columns` is full. There is
/// at least one line, if an empty one.
pub(crate) fn wrap<'text>(
    parts: &[Part<'text>],
    columns: usize,
) -> Vec<Vec<Part<'text>>> {
    let mut lines = Vec::new();
    let mut rest = parts.to_vec();
    while width(&rest) > columns {
        let (line, after) = split(&rest, columns);
        lines.push(line);
        rest = after;
    }
    lines.push(rest);
    lines
}

/// Splits off what fits into `columns`.
fn split<'text>(
    parts: &[Part<'text>],
    columns: usize,
) -> (Vec<Part<'text>>, Vec<Part<'text>>) {
    let text = parts.iter().map(|part| part.text);
    let mut free = fitting(&text.collect::<String>(), columns);
    let halves = parts.iter().map(|part| {
        let end = free.min(part.text.len());
        free -= end;
        let (text, after) = part.text.split_at(end);
        (Part { text, ..*part }, Part { text: after, ..*part })
    });
    halves.unzip()
}

/// Returns how many bytes of `text` fit into `columns`: up to a
/// blank, if that fills at least half a line.
fn fitting(text: &str, columns: usize) -> usize {
    let mut used = 0;
    let end = text.char_indices().find(|(_, character)| {
        used += character.width().unwrap_or(0);
        used > columns
    });
    let end = end.map_or(text.len(), |(end, _)| end);
    let after_blank = text[..end].rfind(' ').map(|it| it + 1);
    after_blank.filter(|it| it * 2 > end).unwrap_or(end)
}
