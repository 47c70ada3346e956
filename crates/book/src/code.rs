//! A line of code as HTML.

use report::html::{Element, element, with_text};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::tokens::{Token, tokens};

/// Returns a line, tinted where it differs from its twin `other`.
///
/// Its end is in it: what is copied has lines.
pub fn line(text: &str, other: Option<&str>) -> Element {
    let words = tokens(text);
    let differs = match other {
        Some(other) if other != text => {
            differing(&words, &tokens(other))
        }
        _ => vec![false; words.len()],
    };
    let mut line = element("span");
    let mut rest = words.iter().zip(&differs).peekable();
    while let Some((token, tinted)) = rest.next() {
        if !tinted {
            line = word(line, token);
            continue;
        }
        // One tint for neighbours, blanks between them included.
        let tint = element("em").class("c");
        let mut tint = word(tint, token);
        while let Some((token, _)) =
            rest.next_if(|(_, tinted)| **tinted)
        {
            tint = word(tint, token);
        }
        line = line.and(tint);
    }
    let indent = text.len() - text.trim_start().len();
    line.with("style", format!("--i:{indent}")).text("\n")
}

/// Adds a word to a line.
fn word(line: Element, token: &Token<'_>) -> Element {
    let Token { text, class, is_await } = token;
    let away = if *is_await { " aw" } else { "" };
    match format!("{class}{away}").trim() {
        "" => line.text(text),
        class => line.and(with_text("span", text).class(class)),
    }
}

/// Tells of each of `words` whether the twin has it not.
fn differing(words: &[Token<'_>], twin: &[Token<'_>]) -> Vec<bool> {
    fn texts<'line>(words: &[Token<'line>]) -> Vec<&'line str> {
        words.iter().map(|it| it.text).collect()
    }
    let (here, there) = (texts(words), texts(twin));
    let mut differs = vec![false; words.len()];
    let changes =
        capture_diff_slices(Algorithm::Myers, &here, &there);
    for change in changes {
        if change.tag() != DiffTag::Equal {
            differs[change.old_range()].fill(true);
        }
    }
    // A blank is tinted only between two words that are.
    for place in 0..words.len() {
        if words[place].is_blank() {
            let before = place.checked_sub(1);
            let before = before.is_some_and(|it| differs[it]);
            let behind = differs.get(place + 1) == Some(&true);
            differs[place] = before && behind;
        }
    }
    differs
}
