//! Lines that fit on a projector, halves that fit in a head.

use crate::{Finding, Tree};

/// The most columns of a line of Rust, as in `rustfmt.toml`, which
/// leaves comments and strings as they are.
const MAX_WIDTH: usize = 68;

/// The most lines of a half.
const MAX_LENGTH: usize = 120;

/// Finds lines that are too wide.
pub(crate) fn check_width(tree: &Tree) -> Vec<Finding> {
    let crates = tree.files("crates/", ".rs");
    let files = crates.chain(tree.files("benches/", ".rs"));
    let lines = files.flat_map(|(path, text)| {
        let lines = text.lines().zip(1..);
        lines.map(move |(line, number)| (path, number, line))
    });
    lines
        .filter_map(|(path, number, line)| {
            let width = line.chars().count();
            let sentence = format!(
                "is {width} columns wide, more than {MAX_WIDTH}"
            );
            (width > MAX_WIDTH)
                .then(|| Finding::at(path, number, sentence))
        })
        .collect()
}

/// Finds halves, right or wrong, that are too long.
pub(crate) fn check_length(tree: &Tree) -> Vec<Finding> {
    let steps = tree.steps().into_iter();
    let halves = steps.flat_map(|step| {
        let names = ["thread.rs", "async.rs", "wrong.rs"];
        names.map(|name| tree.half(&step, name))
    });
    halves
        .flatten()
        .filter_map(|half| {
            let length = half.text.lines().count();
            let sentence = format!(
                "is {length} lines long, more than {MAX_LENGTH}"
            );
            (length > MAX_LENGTH)
                .then(|| Finding::about(half.path, sentence))
        })
        .collect()
}
