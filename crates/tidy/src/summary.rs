//! SUMMARY.md and `crates/` agree.

use std::collections::BTreeSet;

use crate::{Finding, Tree};

/// The only home of the order of the lessons.
const SUMMARY: &str = "docs/en/SUMMARY.md";

/// Finds lessons that the summary lacks, and chapters that no
/// crate answers. Chapters are the lines of the list; what stands
/// before and after it (a preface, say) is free.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let Some(summary) = tree.text(SUMMARY) else {
        return vec![Finding::about(SUMMARY, "is missing")];
    };
    let crates = tree.crates();
    let mut listed = BTreeSet::new();
    let mut found = Vec::new();
    for (page, name, line) in chapters(summary) {
        if !crates.contains(name) {
            let sentence = format!(
                "links {page}, but there is no crates/{name}; a \
                 lesson to come is a draft: `- [Title]()`"
            );
            found.push(Finding::at(SUMMARY, line, sentence));
        }
        listed.insert(name);
    }
    let lessons = tree.lessons().into_iter();
    let unlisted = lessons.filter(|name| !listed.contains(name));
    found.extend(unlisted.map(|name| {
        let sentence =
            format!("no line links {name}.md, for crates/{name}");
        Finding::about(SUMMARY, sentence)
    }));
    found
}

/// Returns the crates that the summary, if there is one, has
/// chapters for.
pub(crate) fn listed(tree: &Tree) -> impl Iterator<Item = &str> {
    let summary = tree.text(SUMMARY).unwrap_or_default();
    chapters(summary).map(|(_, name, _)| name)
}

/// Returns the page of each chapter, the name of its crate, and
/// its line.
fn chapters(
    summary: &str,
) -> impl Iterator<Item = (&str, &str, usize)> {
    summary.lines().zip(1..).filter_map(|(text, line)| {
        let page = page(text)?;
        let name = page.split('/').next().unwrap_or(page);
        let name = name.strip_suffix(".md").unwrap_or(name);
        Some((page, name, line))
    })
}

/// Returns the page to which a line of the list links: the one of
/// `- [Title](page.md)`, or of a lesson's further page,
/// `- [Title](lesson/page.md)`. A draft has none.
fn page(line: &str) -> Option<&str> {
    let entry = line.trim_start().strip_prefix(['-', '*'])?;
    let (_, target) = entry.split_once("](")?;
    let (page, _) = target.rsplit_once(')')?;
    (!page.is_empty()).then_some(page)
}
