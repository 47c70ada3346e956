//! What differs within two lines.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part<'text> {
    pub(crate) text: &'text str,
    pub(crate) shade: Shade,
}

/// How much a piece matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shade {
    /// The whole line is the same on both sides.
    Quiet,
    /// The line differs, but not here.
    Plain,
    /// The other line has something else here.
    Loud,
}

/// Parts two lines into what they share and what they do not.
pub(crate) fn parts<'text>(
    left: &'text str,
    right: &'text str,
) -> (Vec<Part<'text>>, Vec<Part<'text>>) {
    if left == right {
        let part = Part { text: left, shade: Shade::Quiet };
        return (vec![part], vec![part]);
    }
    let sides = (tokens(left), tokens(right));
    let ops =
        capture_diff_slices(Algorithm::Myers, &sides.0, &sides.1);
    let mut parts = (Vec::new(), Vec::new());
    for (index, op) in ops.iter().enumerate() {
        let is_last = index + 1 == ops.len();
        let (old, new) = (op.old_range(), op.new_range());
        let left = join(left, &sides.0, old);
        let right = join(right, &sides.1, new);
        // A blank between two differences is no island.
        let is_between =
            index > 0 && !is_last && left.trim().is_empty();
        let shade = match op.tag() {
            DiffTag::Equal if !is_between => Shade::Plain,
            _ => Shade::Loud,
        };
        parts.0.push(Part { text: left, shade });
        parts.1.push(Part { text: right, shade });
    }
    parts
}

/// Returns the text of the tokens `range` of `text`.
fn join<'text>(
    text: &'text str,
    tokens: &[&str],
    range: Range<usize>,
) -> &'text str {
    let length = |tokens: &[&str]| -> usize {
        tokens.iter().map(|token| token.len()).sum()
    };
    let start = length(&tokens[..range.start]);
    &text[start..start + length(&tokens[range])]
}

/// Cuts a line into words, blanks and single signs. Every
/// character is in one of them, unlike with Rust's own tokens.
fn tokens(line: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let end = if is_word(first) {
            rest.find(|it| !is_word(it))
        } else if first.is_whitespace() {
            rest.find(|it: char| !it.is_whitespace())
        } else {
            Some(first.len_utf8())
        };
        let (token, after) =
            rest.split_at(end.unwrap_or(rest.len()));
        tokens.push(token);
        rest = after;
    }
    tokens
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
