//! The lines of an answer.

use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

use crate::index::Found;

/// Returns the characters that were found, a line each, and then
/// a line that says how many there are.
pub(crate) fn text(
    found: &Found,
    query: &str,
    most_lines: usize,
) -> String {
    let mut text = String::new();
    for character in found.iter().take(most_lines) {
        text.push_str(&line(character));
        text.push('\n');
    }
    let end = match (found.count(), most_lines) {
        (0, _) => format!("no name has all words of: {query}"),
        (1, _) => "1 character".to_owned(),
        (count, 1) => {
            format!("{count} characters, the first one is shown")
        }
        (count, most) if count > most => format!(
            "{count} characters, the first {most} are shown"
        ),
        (count, _) => format!("{count} characters"),
    };
    // Writing to a string cannot fail.
    writeln!(text, "{end}").ok();
    text
}

/// Returns the line of a character: its code point, itself, its
/// name.
pub fn line(character: char) -> String {
    let code = character as u32;
    let name = unicode_names2::name(character);
    let name = name.map(|name| name.to_string());
    let name = name.unwrap_or_default();
    let code = format!("U+{code:04X}");
    let shown = shown(character, &name);
    format!("{code:<8} {shown}  {name}")
}

/// Returns the character in two columns: by itself, or on a
/// dotted circle if it sits on another one, or not at all if it
/// would lead a terminal astray.
fn shown(character: char, name: &str) -> String {
    if name.starts_with("COMBINING") {
        return format!("\u{25CC}{character} ");
    }
    if character.escape_debug().eq(character.escape_unicode()) {
        return "  ".to_owned();
    }
    match character.width() {
        Some(2) => character.to_string(),
        _ => format!("{character} "),
    }
}
