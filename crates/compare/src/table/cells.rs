//! Figures as they stand in a table.

use crate::{figures::Figures, rounds::Spread};

const MIB: f64 = 1024.0 * 1024.0;

/// How many digits stand behind the point, for a whole column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Digits {
    seconds: usize,
    cpu_ms: usize,
}

impl Digits {
    /// Returns those that suit the largest of `figures`.
    pub(crate) fn of(
        figures: impl Iterator<Item = Figures> + Clone,
    ) -> Self {
        let largest = |figure: fn(Figures) -> Option<Spread>| {
            let figures = figures.clone().filter_map(figure);
            figures.map(|spread| spread.max).fold(0.0, f64::max)
        };
        let seconds = match largest(|it| it.wall_s) {
            ..1.0 => 3,
            1.0..1_000.0 => 2,
            _ => 1,
        };
        let cpu_ms =
            if largest(|it| it.cpu_s) < 0.01 { 1 } else { 0 };
        Self { seconds, cpu_ms }
    }

    /// Returns `figure`, of a program that `ran` or did not, as a
    /// cell of a column of times.
    pub(crate) fn seconds(
        self,
        figure: Option<f64>,
        ran: bool,
    ) -> String {
        cell(figure, self.seconds, ran)
    }
}

/// The figures of one program, a cell each.
#[derive(Clone, Debug)]
pub(crate) struct Cells {
    pub(crate) wall: String,
    pub(crate) wall_range: String,
    pub(crate) cpu: String,
    pub(crate) cpu_range: String,
    pub(crate) memory: String,
    pub(crate) threads: String,
    pub(crate) switches: String,
}

impl Cells {
    /// Returns those of a program that `ran` or did not: medians,
    /// and for memory and threads the highest.
    pub(crate) fn of(
        figures: &Figures,
        digits: Digits,
        ran: bool,
    ) -> Self {
        let median =
            |spread: Option<Spread>| spread.map(|it| it.median);
        let peak = |spread: Option<Spread>| spread.map(|it| it.max);
        let cpu_ms = figures.cpu_s.map(|cpu| Spread {
            median: cpu.median * 1_000.0,
            min: cpu.min * 1_000.0,
            max: cpu.max * 1_000.0,
        });
        let mib = peak(figures.memory_bytes).map(|it| it / MIB);
        Self {
            wall: digits.seconds(median(figures.wall_s), ran),
            wall_range: range(figures.wall_s, digits.seconds),
            cpu: cell(median(cpu_ms), digits.cpu_ms, ran),
            cpu_range: range(cpu_ms, digits.cpu_ms),
            memory: cell(mib, 1, ran),
            threads: cell(peak(figures.threads), 0, ran),
            switches: cell(median(figures.switches), 0, ran),
        }
    }
}

/// Returns `figure`, or why there is none: it did not run, or the
/// system does not tell.
fn cell(figure: Option<f64>, digits: usize, ran: bool) -> String {
    let absent = if ran { "n/a" } else { "-" };
    figure.map_or(absent.to_owned(), |figure| {
        format!("{figure:.digits$}")
    })
}

/// Returns the smallest and the largest figure, or nothing.
fn range(spread: Option<Spread>, digits: usize) -> String {
    spread.map_or(String::new(), |Spread { min, max, .. }| {
        format!("{min:.digits$}-{max:.digits$}")
    })
}
