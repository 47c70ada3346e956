//! What the pair comes to, in a sentence.

use super::rows::Row;
use crate::pairs::View;

/// Says how many rows differ, with and without `async` and
/// `.await`; the number of what is shown comes first.
pub(crate) fn count(
    full: &[Row<'_>],
    bare: Option<&[Row<'_>]>,
    is_hidden: bool,
) -> String {
    let rows = full.len();
    let full = differing(full);
    let Some(bare) = bare.map(differing) else {
        return format!("{} differ.", of(full, rows));
    };
    let words = "`async` and `.await`";
    if is_hidden {
        let bare = of(bare, rows);
        return format!(
            "{bare} differ without {words}; {full} with them."
        );
    }
    format!("{} differ; {bare} without {words}.", of(full, rows))
}

fn differing(rows: &[Row<'_>]) -> usize {
    rows.iter().filter(|row| row.differs).count()
}

fn of(count: usize, rows: usize) -> String {
    format!("{count} of {rows} rows")
}

/// Says that the sides have not the same number of lines, if so.
pub(crate) fn uneven(view: &View<'_>) -> Option<String> {
    let left = view.left.text.lines().count();
    let right = view.right.text.lines().count();
    (left != right).then(|| {
        format!(
            "{left} lines answer {right}: `cargo test -p tidy` \
             says where they part."
        )
    })
}
