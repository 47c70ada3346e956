//! A page of the book, as far as rules ask about it.

/// What folds an answer.
const ANSWER: &str = "<details class=\"answer\">";

/// What a page has under the heading of some id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// There is no such heading.
    Missing,
    /// There is one, without an answer.
    Plain,
    /// There is one, with a question and its folded answer.
    Asks,
}

/// Looks for the heading `{#id}` in `page`, and for an answer in
/// the section below it.
pub(super) fn section(page: &str, id: &str) -> Section {
    let id = format!("{{#{id}}}");
    let mut found = Section::Missing;
    let mut level = 0;
    let mut is_code = false;
    for line in page.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        }
        if is_code {
            continue;
        }
        let here = heading(line);
        if found == Section::Missing {
            if here > 0 && line.trim_end().ends_with(&id) {
                (found, level) = (Section::Plain, here);
            }
        } else if (1..=level).contains(&here) {
            break;
        } else if line.contains(ANSWER) {
            return Section::Asks;
        }
    }
    found
}

/// Returns the level of the heading in `line`, or 0.
fn heading(line: &str) -> usize {
    let rest = line.trim_start_matches('#');
    if rest.starts_with(' ') { line.len() - rest.len() } else { 0 }
}
