//! The pair on the screen.

use console::Style;
use lesson::say;

use super::{
    rows::Row,
    tokens::{Part, Shade},
    wrap::{width, wrap},
};
use crate::pairs::Kind;

/// From how many columns on the sides stand beside each other.
const SIDE_BY_SIDE: usize = 100;

/// The house's longest line: no side need be wider.
const MAX_SIDE: usize = 68;

/// How a pair is drawn.
///
/// What differs has a mark, too: not everybody sees colours, and a
/// file has none.
pub(crate) struct Page {
    is_side_by_side: bool,
    /// How wide the numbers of the lines are.
    digits: usize,
    /// How wide a side is.
    side: usize,
    /// The styles of what differs.
    left: Style,
    right: Style,
}

impl Page {
    /// Lays out `rows` rows in `columns` columns.
    pub(crate) fn new(
        kind: Kind,
        rows: usize,
        columns: usize,
    ) -> Self {
        let digits = rows.to_string().len();
        let is_side_by_side = columns >= SIDE_BY_SIDE;
        let side = if is_side_by_side {
            (columns - digits - 2) / 2
        } else {
            columns - digits - 3
        };
        let side = side.min(MAX_SIDE);
        let style = Style::new().bold();
        let (left, right) = match kind {
            Kind::Halves => (style.clone().yellow(), style.cyan()),
            Kind::Wrong => (style.clone().green(), style.red()),
        };
        Self { is_side_by_side, digits, side, left, right }
    }

    /// Prints `rows`, in a narrow terminal hunk by hunk.
    pub(crate) fn print(&self, rows: &[Row<'_>]) {
        if self.is_side_by_side {
            rows.iter().for_each(|row| self.beside(row));
            return;
        }
        for hunk in rows.chunk_by(|a, b| a.differs == b.differs) {
            let differs = hunk[0].differs;
            let mark = if differs { '<' } else { ' ' };
            for row in hunk {
                let left = row.left.as_deref();
                self.below(row.number, mark, left, &self.left);
            }
            for row in hunk.iter().filter(|_| differs) {
                let right = row.right.as_deref();
                self.below(row.number, '>', right, &self.right);
            }
        }
    }

    /// Prints the sides of a row beside each other.
    fn beside(&self, row: &Row<'_>) {
        let mark = if row.differs { '|' } else { ' ' };
        let left = row.left.as_deref().unwrap_or_default();
        let right = row.right.as_deref().unwrap_or_default();
        let (left, right) =
            (wrap(left, self.side), wrap(right, self.side));
        for index in 0..left.len().max(right.len()) {
            let left = left.get(index).map_or(&[][..], |it| it);
            let right = right.get(index).map_or(&[][..], |it| it);
            let number = row.number.filter(|_| index == 0);
            say_trimmed(&format!(
                "{}{:pad$} {}{mark}{}",
                paint(left, &self.left),
                "",
                self.number(number),
                paint(right, &self.right),
                pad = self.side - width(left),
            ));
        }
    }

    /// Prints one side of a row, if it has a line there.
    fn below(
        &self,
        number: Option<usize>,
        mark: char,
        side: Option<&[Part<'_>]>,
        style: &Style,
    ) {
        let lines = side.map(|side| wrap(side, self.side));
        for (index, line) in lines.iter().flatten().enumerate() {
            let number = self.number(number.filter(|_| index == 0));
            let line = paint(line, style);
            say_trimmed(&format!("{number} {mark} {line}"));
        }
    }

    fn number(&self, number: Option<usize>) -> String {
        let digits = self.digits;
        let number = number.map(|it| it.to_string());
        let number =
            format!("{:>digits$}", number.unwrap_or_default());
        Style::new().dim().apply_to(number).to_string()
    }
}

fn paint(line: &[Part<'_>], loud: &Style) -> String {
    let runs = line.chunk_by(|one, next| one.shade == next.shade);
    let paint = |run: &[Part<'_>]| {
        let text = run.iter().map(|part| part.text);
        let text = text.collect::<String>();
        match run[0].shade {
            // An empty text need not be coloured.
            _ if text.is_empty() => text,
            Shade::Quiet => {
                Style::new().dim().apply_to(text).to_string()
            }
            Shade::Plain => text,
            Shade::Loud => loud.apply_to(text).to_string(),
        }
    };
    runs.map(paint).collect()
}

fn say_trimmed(line: &str) {
    say!("{}", line.trim_end());
}
