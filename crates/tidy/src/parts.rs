//! What each lesson has: binaries, tests, a description; in both
//! languages a page, and a row in the README; exercises.

use crate::{Finding, Tree};

/// The most lines of a lesson's binary.
const MAX_BINARY: usize = 25;

/// Where the exercises are, each lesson's in a folder.
const EXERCISES: &str = "crates/practice/exercises";

/// Finds what a lesson lacks.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let lessons = tree.lessons().into_iter();
    lessons.flat_map(|lesson| check_lesson(tree, lesson)).collect()
}

fn check_lesson(tree: &Tree, lesson: &str) -> Vec<Finding> {
    let home = format!("crates/{lesson}");
    let stem = lesson.replace('-', "_");
    // That a lesson has no pair at all is for `pair` to mind.
    let binaries = match tree.has_pair(lesson) {
        true => ["thread", "async"]
            .map(|half| format!("{stem}_{half}"))
            .to_vec(),
        false => vec![stem.clone()],
    };
    let mut found = Vec::new();
    for binary in &binaries {
        let path = format!("{home}/src/bin/{binary}.rs");
        found.extend(check_binary(tree, &path));
    }
    let tests = format!("{home}/tests/");
    if tree.files(&tests, ".rs").next().is_none() {
        found.push(Finding::about(tests, "there is no test here"));
    }
    let manifest = format!("{home}/Cargo.toml");
    if !tree.text(&manifest).is_some_and(has_description) {
        let sentence = "there is no `description` here";
        found.push(Finding::about(manifest, sentence));
    }
    for language in ["en", "zh"] {
        let page = format!("docs/{language}/{lesson}.md");
        if tree.text(&page).is_none() {
            let sentence = "this page is missing";
            found.push(Finding::about(page, sentence));
        }
    }
    for readme in ["README.md", "README.zh.md"] {
        found.extend(check_row(tree, readme, &binaries[0]));
    }
    found.extend(check_exercises(tree, &stem));
    found
}

fn check_exercises(tree: &Tree, stem: &str) -> Vec<Finding> {
    let home = format!("{EXERCISES}/{stem}");
    let mut found = Vec::new();
    for (half, unit) in [("thread", "threads"), ("async", "tasks")]
    {
        let start = format!("{home}/");
        let end = format!("_{half}.rs");
        if tree.files(&start, &end).next().is_none() {
            let sentence = format!(
                "there is no exercise about {unit} here, `…{end}`"
            );
            found.push(Finding::about(&home, sentence));
        }
    }
    found
}

fn check_row(
    tree: &Tree,
    readme: &str,
    binary: &str,
) -> Option<Finding> {
    let text = tree.text(readme).unwrap_or_default();
    let mut rows =
        text.lines().filter(|it| it.trim().starts_with('|'));
    let sentence =
        format!("no row of the table of lessons names `{binary}`");
    let is_there = rows.any(|row| row.contains(binary));
    (!is_there).then(|| Finding::about(readme, sentence))
}

fn check_binary(tree: &Tree, path: &str) -> Option<Finding> {
    let Some(text) = tree.text(path) else {
        let sentence = "this binary is missing";
        return Some(Finding::about(path, sentence));
    };
    let length = text.lines().count();
    let sentence = format!(
        "is {length} lines long, more than {MAX_BINARY}: a binary \
         parses, calls, prints and exits"
    );
    (length > MAX_BINARY).then(|| Finding::about(path, sentence))
}

/// Tells whether a manifest says in a line what the lesson is;
/// `compare --list` prints it.
fn has_description(manifest: &str) -> bool {
    let mut lines = manifest.lines();
    lines.any(|line| {
        let text = line.strip_prefix("description = \"");
        text.is_some_and(|text| !text.starts_with('"'))
    })
}
