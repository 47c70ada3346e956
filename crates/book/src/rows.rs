//! The rows of a pair: which line stands beside which.

use crate::source::Line;

/// Two lines that stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'text> {
    /// The number of its step, 0 before the first one.
    pub step: usize,
    /// Whether its step begins here.
    pub begins: bool,
    /// What stands on the left, if anything.
    pub left: Option<Line<'text>>,
    /// What stands on the right, if anything.
    pub right: Option<Line<'text>>,
}

/// One side: its lines, and at which of them steps begin.
pub type Side<'a, 'text> = (&'a [Line<'text>], &'a [usize]);

/// Lays two sides out in rows: line by line, and each step from
/// its own first row on. Where a step has fewer lines on one side
/// it is filled up below.
pub fn rows<'text>(
    (left, left_steps): Side<'_, 'text>,
    (right, right_steps): Side<'_, 'text>,
) -> Vec<Row<'text>> {
    let left = parts(left, left_steps);
    let right = parts(right, right_steps);
    let both = left.into_iter().zip(right).enumerate();
    let rows = both.flat_map(|(step, (left, right))| {
        let count = left.len().max(right.len());
        (0..count).map(move |place| Row {
            step,
            begins: step > 0 && place == 0,
            left: left.get(place).copied(),
            right: right.get(place).copied(),
        })
    });
    rows.collect()
}

/// Cuts `lines` where steps begin: a part more than there are
/// steps.
fn parts<'a, 'text>(
    lines: &'a [Line<'text>],
    steps: &[usize],
) -> Vec<&'a [Line<'text>]> {
    let starts = [0].into_iter().chain(steps.iter().copied());
    let ends = steps.iter().copied().chain([lines.len()]);
    starts.zip(ends).map(|(from, to)| &lines[from..to]).collect()
}
