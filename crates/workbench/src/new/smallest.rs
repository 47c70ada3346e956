//! Which lesson is the smallest.

use tidy::Tree;

/// Returns the lesson with the fewest libraries, and of those the
/// one with the fewest lines: first comes what a newcomer waits
/// for, then what they read.
pub(crate) fn lesson(tree: &Tree) -> Option<&str> {
    let lessons = tree.lessons().into_iter();
    let whole = lessons.filter(|lesson| {
        let thread = format!("crates/{lesson}/src/thread.rs");
        tree.text(&thread).is_some()
    });
    whole.min_by_key(|lesson| {
        (libraries(tree, lesson), lines(tree, lesson))
    })
}

fn libraries(tree: &Tree, lesson: &str) -> usize {
    let manifest = format!("crates/{lesson}/Cargo.toml");
    let manifest = tree.text(&manifest).unwrap_or_default();
    let lines = manifest.lines().map(str::trim);
    lines
        .skip_while(|line| *line != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .count()
}

fn lines(tree: &Tree, lesson: &str) -> usize {
    let home = format!("crates/{lesson}/");
    let files = tree.files(&home, ".rs");
    files.map(|(_, text)| text.lines().count()).sum()
}
