//! The old reading tip: delete every `async` and `.await`.

use std::{collections::BTreeMap, ops::Range, str::FromStr};

use proc_macro2::{LexError, LineColumn, TokenStream, TokenTree};

/// The columns to delete, by their lines; counted in characters.
type Cuts = BTreeMap<usize, Vec<Range<usize>>>;

/// Returns `text` without the keywords, line by line. In comments
/// and strings they are only words, and stay.
///
/// # Errors
///
/// If `text` is not made of Rust's tokens.
pub(crate) fn without_await(
    text: &str,
) -> Result<String, LexError> {
    let mut cuts = Cuts::new();
    note(TokenStream::from_str(text)?, &mut cuts);
    let lines = text.lines().zip(1..).map(|(line, number)| {
        match cuts.get(&number) {
            Some(cuts) => cut(line, cuts) + "\n",
            None => format!("{line}\n"),
        }
    });
    Ok(lines.collect())
}

/// Notes where the keywords are.
fn note(tokens: TokenStream, cuts: &mut Cuts) {
    let mut dot = None;
    for token in tokens {
        let span = token.span();
        let (start, end) = (span.start(), span.end());
        let before = dot.take();
        match token {
            TokenTree::Group(group) => note(group.stream(), cuts),
            TokenTree::Punct(it) if it.as_char() == '.' => {
                dot = Some(start);
            }
            TokenTree::Ident(word) if word == "async" => {
                // The blank that follows goes with it.
                add(cuts, start, end.column + 1);
            }
            TokenTree::Ident(word) if word == "await" => {
                add(cuts, before.unwrap_or(start), end.column);
            }
            _ => {}
        }
    }
}

fn add(cuts: &mut Cuts, start: LineColumn, end: usize) {
    let line = cuts.entry(start.line).or_default();
    line.push(start.column..end);
}

fn cut(line: &str, cuts: &[Range<usize>]) -> String {
    let characters = line.chars().enumerate();
    let left = characters.filter(|(column, _)| {
        !cuts.iter().any(|cut| cut.contains(column))
    });
    let left = left.map(|(_, it)| it).collect::<String>();
    left.trim_end().to_owned()
}
