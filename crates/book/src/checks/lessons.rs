//! Each lesson has its chapter, and both summaries agree.

use tidy::Tree;

use crate::{language::Language, problem::Problem};

/// Finds lessons without a chapter, and a summary that orders its
/// pages in its own way.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let [english, chinese] = Language::ALL.map(|language| {
        let file = format!("docs/{}/SUMMARY.md", language.folder());
        let text = tree.text(&file).unwrap_or_default();
        (file, pages(text))
    });
    let mut problems = Vec::new();
    let (file, pages) = &english;
    for lesson in tree.lessons() {
        let page = format!("{lesson}.md");
        if !pages.contains(&page.as_str()) {
            let what = format!("has no chapter {page}");
            problems.push(Problem::with(file, what));
        }
    }
    if english.1 != chinese.1 {
        let what = format!(
            "does not list the pages that {file} lists, in the \
             same order"
        );
        problems.push(Problem::with(chinese.0, what));
    }
    problems
}

/// Returns the pages that a summary links, in order.
fn pages(summary: &str) -> Vec<&str> {
    let links = summary.lines().filter_map(|line| {
        let (_, link) = line.split_once("](")?;
        link.strip_suffix(')')
    });
    links.collect()
}
