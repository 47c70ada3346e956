//! The ladder: a line for each rung, the shortest wait first.

use crate::{
    Nanoseconds, Rung, Spread,
    nanoseconds::range,
    rounds::{Measured, ascending},
    scale::{self, AXIS},
    words::slowed,
};

/// Columns of a terminal.
pub const WIDTH: usize = 80;

/// Returns the ladder, its head first; what could not be measured
/// stands below it, with the reason.
pub fn lines(measured: &[Measured]) -> Vec<String> {
    let scale = scale::WIDTH;
    let head = format!(
        "{:18}  {:>6}  {:15}  {AXIS:scale$}{:>10}",
        "", "median", "8 in 10 rounds", "1 ns = 1 s"
    );
    let rungs = ascending(measured).into_iter();
    let rows = rungs.map(|(rung, spread)| row(rung, spread));
    let missing = measured.iter().filter_map(|it| {
        let reason = it.outcome.as_ref().err()?;
        let name = it.rung.name;
        let line = format!("{name:18}  not measured: {reason}");
        Some(cut(&line))
    });
    [head].into_iter().chain(rows).chain(missing).collect()
}

fn row(rung: Rung, spread: &Spread) -> String {
    let median = spread.median();
    let rounds =
        range(Nanoseconds(spread.p10), Nanoseconds(spread.p90));
    format!(
        "{:18}  {median:>6}  {rounds:15}  {}{:>10}",
        rung.name,
        scale::draw(spread),
        slowed(median),
    )
}

/// Ends a line where the terminal does; the report has it whole.
pub(crate) fn cut(line: &str) -> String {
    match line.chars().count() > WIDTH {
        true => line.chars().take(WIDTH - 1).chain(['…']).collect(),
        false => line.to_owned(),
    }
}
