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
        let mut tint = word(element("em"), token);
        let mut goes = token.is_await;
        while let Some((token, _)) =
            rest.next_if(|(_, tinted)| **tinted)
        {
            tint = word(tint, token);
            goes &= token.is_await;
        }
        line = line.and(if goes { tint.class("aw") } else { tint });
    }
    line.text("\n")
}

/// Returns the class of a line: how far it is indented, so that
/// what is wrapped of it hangs below its beginning.
pub fn class(text: &str) -> String {
    let indent = text.len() - text.trim_start().len();
    match indent / 4 {
        0 => "l".to_owned(),
        steps => format!("l i{steps}"),
    }
}

/// Adds a word to a line. One without a colour gets no element: a
/// page has thousands of them.
fn word(line: Element, token: &Token<'_>) -> Element {
    let Token { text, element, is_await } = *token;
    // A phone's lines are short: let them break before a call.
    let line = match text {
        "." => line.and(report::html::element("wbr")),
        _ => line,
    };
    match (element, is_await) {
        ("", false) => line.text(text),
        ("", true) => line.and(with_text("span", text).class("aw")),
        (name, false) => line.and(with_text(name, text)),
        (name, true) => line.and(with_text(name, text).class("aw")),
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
