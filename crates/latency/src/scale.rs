//! A scale on which each step is ten times the one before.

use crate::Spread;

/// Columns for a factor of ten.
const STEP: usize = 3;

/// From 1 ns to 100 ms.
const STEPS: usize = 8;

/// Columns of the scale.
pub const WIDTH: usize = STEP * STEPS + 1;

/// What stands above it.
pub const AXIS: &str = "1 ns     1 µs     1 ms";

/// Returns the column of `nanoseconds`; what is beyond an end of
/// the scale stands at that end.
pub fn column(nanoseconds: f64) -> usize {
    let steps = nanoseconds.log10().clamp(0.0, STEPS as f64);
    (steps * STEP as f64).round() as usize
}

/// Draws a median, and where eight of ten rounds were.
pub fn draw(spread: &Spread) -> String {
    let (low, high) = (column(spread.p10), column(spread.p90));
    let median = column(spread.median);
    let draw = |at: usize| match at {
        at if at == median => '█',
        at if (low..=high).contains(&at) => '▒',
        at if at < median => '·',
        _ => ' ',
    };
    (0..WIDTH).map(draw).collect()
}
