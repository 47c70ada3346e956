//! Cells beside and below one another.

const WIDTH: usize = 80;

/// A table as lines: those of the head, and those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns, and their units.
    pub head: Vec<String>,
    /// A line for each version; after several rounds a second
    /// one, with the smallest and the largest figure.
    pub body: Vec<String>,
}

impl Table {
    /// Makes the table of the rows `body`, whose columns have
    /// these heads: a name above a unit.
    pub(crate) fn laid_out<const COLUMNS: usize>(
        heads: [[&str; 2]; COLUMNS],
        body: &[[String; COLUMNS]],
    ) -> Self {
        let head = [0, 1]
            .map(|line| heads.map(|head| head[line].to_owned()));
        let widths: [usize; COLUMNS] =
            std::array::from_fn(|column| {
                let rows = head.iter().chain(body);
                let widths =
                    rows.map(|row| row[column].chars().count());
                widths.max().unwrap_or(0)
            });
        let gaps = WIDTH.saturating_sub(widths.iter().sum());
        let gap = (gaps / (COLUMNS - 1)).clamp(1, 2);
        let lines = |rows: &[[String; COLUMNS]]| {
            rows.iter().map(|row| line(row, &widths, gap)).collect()
        };
        Self { head: lines(&head), body: lines(body) }
    }
}

/// Puts the cells of `row` side by side: names to the left,
/// figures to the right.
fn line(row: &[String], widths: &[usize], gap: usize) -> String {
    let mut line = format!("{:1$}", row[0], widths[0]);
    for (cell, width) in row.iter().zip(widths).skip(1) {
        let width = width + gap;
        line.push_str(&format!("{cell:>width$}"));
    }
    line.trim_end().to_owned()
}
