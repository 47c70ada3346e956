//! SUMMARY.md and `crates/` agree.

use std::collections::BTreeSet;

use crate::{Finding, Tree};

/// The only home of the order of the lessons.
const SUMMARY: &str = "docs/en/SUMMARY.md";

/// Chapters that belong to no lesson.
const OF_NO_LESSON: [&str; 1] = ["threads-or-async.md"];

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
    for (page, line) in chapters(summary) {
        let Some(name) = home(&crates, page) else {
            let name = stem(page);
            let sentence = format!(
                "links {page}, but there is no crates/{name}; a \
                 lesson to come is a draft: `- [Title]()`"
            );
            found.push(Finding::at(SUMMARY, line, sentence));
            continue;
        };
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
    let crates = tree.crates();
    chapters(summary)
        .filter_map(move |(page, _)| home(&crates, page))
}

/// Returns the crate that a page is about: the one of its name, or
/// the one with whose name it begins, as in `download-read.md`.
fn home<'tree>(
    crates: &BTreeSet<&'tree str>,
    page: &str,
) -> Option<&'tree str> {
    let name = stem(page);
    let is_home = |home: &&&str| {
        let rest = name.strip_prefix(**home);
        rest.is_some_and(|it| it.is_empty() || it.starts_with('-'))
    };
    let homes = crates.iter().filter(is_home);
    homes.max_by_key(|home| home.len()).copied()
}

/// Returns the name that is in a page's path: `download` for
/// `download.md` and for `download/read.md`.
fn stem(page: &str) -> &str {
    let name = page.split('/').next().unwrap_or(page);
    name.strip_suffix(".md").unwrap_or(name)
}

/// Returns the page of each chapter that is a lesson's, and its
/// line.
fn chapters(summary: &str) -> impl Iterator<Item = (&str, usize)> {
    let lines = summary.lines().zip(1..);
    let pages =
        lines.filter_map(|(text, line)| Some((page(text)?, line)));
    pages.filter(|(page, _)| !OF_NO_LESSON.contains(page))
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
