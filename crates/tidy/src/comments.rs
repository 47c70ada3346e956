//! Rule 7: trailing comments stand only on lines that differ.

use std::{collections::BTreeMap, str::FromStr};

use proc_macro2::{TokenStream, TokenTree};

use crate::{Finding, Tree, tree::Pair};

/// Finds trailing comments on lines whose code is the same in
/// both halves.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    tree.pairs().iter().flat_map(check_pair).collect()
}

fn check_pair(pair: &Pair<'_>) -> Vec<Finding> {
    let (thread, r#async) = (&pair.thread, &pair.r#async);
    let sides = (code(thread.text), code(r#async.text));
    let (Some(old), Some(new)) = sides else {
        return Vec::new(); // rule 1 says what is no Rust
    };
    let mut found = Vec::new();
    for (index, (old, new)) in old.iter().zip(&new).enumerate() {
        if old.code != new.code {
            continue;
        }
        for (half, side) in [(thread, old), (r#async, new)] {
            if side.has_comment {
                let sentence = "a comment trails code that is the \
                                same in both halves";
                let line = index + 1;
                found.push(Finding::at(&half.path, line, sentence));
            }
        }
    }
    found
}

struct Line<'text> {
    code: &'text str,
    has_comment: bool,
}

/// Parts each line into code and trailing comment; `None` if
/// `text` is not Rust.
fn code(text: &str) -> Option<Vec<Line<'_>>> {
    let mut ends = BTreeMap::new();
    note_ends(TokenStream::from_str(text).ok()?, &mut ends);
    let lines = text.lines().enumerate().map(|(index, line)| {
        let end = ends.get(&(index + 1)).copied().unwrap_or(0);
        let end = line.char_indices().nth(end);
        let end = end.map_or(line.len(), |(offset, _)| offset);
        let (code, rest) = line.split_at(end);
        let rest = rest.trim_start();
        let is_comment =
            rest.starts_with("//") || rest.starts_with("/*");
        let has_comment = is_comment && !code.trim().is_empty();
        Line {
            code: if has_comment { code } else { line },
            has_comment,
        }
    });
    Some(lines.collect())
}

/// Notes for each line at which column its last token ends. A
/// token knows; a search for `//` would stop at an address in a
/// string.
fn note_ends(
    tokens: TokenStream,
    ends: &mut BTreeMap<usize, usize>,
) {
    for token in tokens {
        let mut spans = vec![token.span()];
        if let TokenTree::Group(group) = token {
            spans = vec![group.span_open(), group.span_close()];
            note_ends(group.stream(), ends);
        }
        for end in spans.into_iter().map(|span| span.end()) {
            let column = ends.entry(end.line).or_default();
            *column = end.column.max(*column);
        }
    }
}
