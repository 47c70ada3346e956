//! Rule 8: a wrong version is its half, but for one or two places.

use crate::{Finding, Tree, diff, pair::uneven, tree::Half};

/// Finds wrong versions that drifted from their halves.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for lesson in tree.lessons() {
        let src = format!("crates/{lesson}/src/");
        for (path, text) in tree.files(&src, "/wrong.rs") {
            let wrong = Half { path: path.to_owned(), text };
            found.extend(match right_of(tree, &wrong) {
                Some(right) => compare(&right, &wrong),
                None => vec![Finding::about(
                    path,
                    "there is no half of which this is the wrong \
                     version",
                )],
            });
        }
    }
    found
}

/// Returns the half of which `wrong` is a version, the one that it
/// resembles most: of its own folder, or of the nearest one above
/// that has any.
pub fn right_of<'tree>(
    tree: &'tree Tree,
    wrong: &Half<'_>,
) -> Option<Half<'tree>> {
    let alike =
        |half: &Half<'_>| diff::lines(half.text, wrong.text).equal;
    let mut folder = wrong.path.as_str();
    while let Some((above, _)) = folder.rsplit_once('/') {
        folder = above;
        let step = format!("{folder}/");
        let halves = ["thread.rs", "async.rs"];
        let halves = halves.map(|name| tree.half(&step, name));
        let closest =
            halves.into_iter().flatten().max_by_key(alike);
        if closest.is_some() {
            return closest;
        }
    }
    None
}

fn compare(right: &Half<'_>, wrong: &Half<'_>) -> Vec<Finding> {
    let found = uneven(right, wrong);
    if !found.is_empty() {
        return found;
    }
    let lines = wrong.text.lines().collect::<Vec<_>>();
    let places = diff::lines(right.text, wrong.text)
        .hunks
        .into_iter()
        .filter(|hunk| !is_module_doc(&lines[hunk.new.clone()]))
        .map(|hunk| (hunk.new.start + 1).to_string())
        .collect::<Vec<_>>();
    let right = right.name();
    let sentence = match places.len() {
        0 => format!("is the same as {right}: nothing is wrong"),
        1 | 2 => return Vec::new(),
        count => format!(
            "differs from {right} in {count} places (lines {}), \
             where one or two are allowed",
            places.join(", ")
        ),
    };
    vec![Finding::about(&wrong.path, sentence)]
}

/// What the file says of itself may differ freely.
fn is_module_doc(lines: &[&str]) -> bool {
    lines.iter().all(|line| line.starts_with("//!"))
}
