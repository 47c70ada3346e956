//! Line diffs.

use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

/// Lines of one text that stand for lines of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hunk {
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

/// What it takes to turn one text into another.
#[derive(Debug)]
pub(crate) struct Diff {
    /// The places that differ, in order.
    pub(crate) hunks: Vec<Hunk>,
    /// How many lines are the same.
    pub(crate) equal: usize,
}

/// Compares two texts line by line. Of all shortest diffs, takes
/// one that only replaces lines in place, if there is one: most
/// texts have several, and no reader should need to know which
/// algorithm prefers which.
pub(crate) fn lines(old: &str, new: &str) -> Diff {
    let old = old.lines().collect::<Vec<_>>();
    let new = new.lines().collect::<Vec<_>>();
    let in_place = in_place(&old, &new);
    let ops = capture_diff_slices(Algorithm::RawMyers, &old, &new);
    let equal = ops.iter().filter_map(equal_length).sum();
    match in_place {
        Some(diff) if diff.equal == equal => diff,
        _ => Diff { hunks: hunks(&ops), equal },
    }
}

fn equal_length(op: &DiffOp) -> Option<usize> {
    (op.tag() == DiffTag::Equal).then(|| op.old_range().len())
}

fn hunks(ops: &[DiffOp]) -> Vec<Hunk> {
    ops.iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| Hunk { old: op.old_range(), new: op.new_range() })
        .collect()
}

/// Compares each line with the one of the same number, if there
/// are as many.
fn in_place(old: &[&str], new: &[&str]) -> Option<Diff> {
    if old.len() != new.len() {
        return None;
    }
    let mut diff = Diff { hunks: Vec::new(), equal: 0 };
    for (index, (old, new)) in old.iter().zip(new).enumerate() {
        if old == new {
            diff.equal += 1;
            continue;
        }
        match diff.hunks.last_mut() {
            Some(hunk) if hunk.old.end == index => {
                hunk.old.end += 1;
                hunk.new.end += 1;
            }
            _ => diff.hunks.push(Hunk {
                old: index..index + 1,
                new: index..index + 1,
            }),
        }
    }
    Some(diff)
}
