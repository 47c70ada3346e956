//! The order of the lessons.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{TEXTS, read};

/// The only home of that order.
const SUMMARY: &str = "docs/en/SUMMARY.md";

/// Returns the lessons that have exercises, in the order in which
/// they are read: exercises come with a lesson's last chapter.
///
/// # Errors
///
/// If the summary or a folder cannot be read, or if the summary has
/// no chapter for a file of exercises: nobody would ever see it.
pub fn lessons(root: &Path) -> Result<Vec<String>> {
    let folder = root.join(TEXTS);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let summary = read(root, SUMMARY)?;
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).context(TEXTS)? {
        let file = entry?.file_name();
        let file = file.to_string_lossy();
        let Some(lesson) = file.strip_suffix(".toml") else {
            continue;
        };
        let place = place(&summary, lesson).with_context(|| {
            format!("{TEXTS}/{file}: {SUMMARY} has no {lesson}.md")
        })?;
        found.push((place, lesson.to_owned()));
    }
    found.sort();
    Ok(found.into_iter().map(|(_, lesson)| lesson).collect())
}

/// Returns the line of the last chapter of `lesson`: its page is
/// `lesson.md`, or begins with that name, as `download-read.md`.
fn place(summary: &str, lesson: &str) -> Option<usize> {
    let page = format!("({lesson}.md)");
    let further = format!("({lesson}-");
    summary.lines().collect::<Vec<_>>().into_iter().rposition(
        |line| line.contains(&page) || line.contains(&further),
    )
}
