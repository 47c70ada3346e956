//! Lines that stand side by side.

use similar::{Algorithm, capture_diff_slices};

use super::tokens::{self, Part, Shade};

/// A line of each side.
pub(crate) struct Row<'text> {
    /// The left line's number; none if the left has no line here.
    pub(crate) number: Option<usize>,
    /// Whether the sides differ.
    pub(crate) differs: bool,
    pub(crate) left: Option<Vec<Part<'text>>>,
    pub(crate) right: Option<Vec<Part<'text>>>,
}

/// Puts each line beside the one of the same number. Sides that
/// are not line-parallel (yet) are aligned by what they share.
pub(crate) fn align<'text>(
    left: &'text str,
    right: &'text str,
) -> Vec<Row<'text>> {
    let left = left.lines().collect::<Vec<_>>();
    let right = right.lines().collect::<Vec<_>>();
    let row = |old: Option<usize>, new: Option<usize>| {
        let number = old.map(|index| index + 1);
        let old = old.map(|index| left[index]);
        let new = new.map(|index| right[index]);
        Row::new(number, old, new)
    };
    if left.len() == right.len() {
        let lines = 0..left.len();
        return lines.map(|it| row(Some(it), Some(it))).collect();
    }
    let ops =
        capture_diff_slices(Algorithm::Patience, &left, &right);
    let mut rows = Vec::new();
    for op in ops {
        let (mut old, mut new) = (op.old_range(), op.new_range());
        for _ in 0..old.len().max(new.len()) {
            rows.push(row(old.next(), new.next()));
        }
    }
    rows
}

impl<'text> Row<'text> {
    /// Returns a row above the lines: what the sides are called.
    pub(crate) fn names(
        left: &'text str,
        right: &'text str,
    ) -> Self {
        let name =
            |text| Some(vec![Part { text, shade: Shade::Loud }]);
        let (left, right) = (name(left), name(right));
        Self { number: None, differs: true, left, right }
    }

    fn new(
        number: Option<usize>,
        left: Option<&'text str>,
        right: Option<&'text str>,
    ) -> Self {
        let parts = tokens::parts(
            left.unwrap_or_default(),
            right.unwrap_or_default(),
        );
        Self {
            number,
            differs: left != right,
            left: left.map(|_| parts.0),
            right: right.map(|_| parts.1),
        }
    }
}
