//! Nothing here depends on the machine it was written on.

use crate::{
    Finding, Tree,
    tree::{LOCK, PRACTICE_LOCK},
};

/// Where people and containers keep their files.
const HOMES: [&str; 4] = ["work", "root", "home", "Users"];

/// Where each library in a lock file comes from.
const SOURCE: &str = "source = \"registry+\
    https://github.com/rust-lang/crates.io-index\"";

/// Finds paths of some machine, and libraries that are not from
/// crates.io.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in tree.files("", "") {
        for (line, number) in text.lines().zip(1..) {
            if let Some(home) = home(line) {
                let sentence =
                    format!("names a path of a machine: {home}");
                found.push(Finding::at(path, number, sentence));
            }
        }
    }
    for path in [LOCK, PRACTICE_LOCK] {
        let lock = tree.text(path).unwrap_or_default();
        for (line, number) in lock.lines().zip(1..) {
            if line.starts_with("source = ") && line != SOURCE {
                let sentence = "this library is not from crates.io";
                found.push(Finding::at(path, number, sentence));
            }
        }
    }
    found
}

/// Returns the folder of [`HOMES`] that `line` names. In the
/// middle of a longer path it is something else.
fn home(line: &str) -> Option<String> {
    let homes = HOMES.map(|home| format!("/{home}/"));
    homes.into_iter().find(|home| {
        line.match_indices(home.as_str()).any(|(start, _)| {
            let before = line[..start].chars().next_back();
            before.is_none_or(|before| {
                !before.is_alphanumeric()
                    && !"._-~})".contains(before)
            })
        })
    })
}
