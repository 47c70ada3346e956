//! Points, measured in turn, round after round.

use crate::{Point, Reading};

/// A point, and what was measured there in each round.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub point: Point,
    /// What came of it, a reading a round.
    pub readings: Vec<Reading>,
}

/// Measures all `points` in each round, one after the other, so
/// that what changes on this machine meanwhile meets all of them.
///
/// # Errors
///
/// If a process does not start, or fails.
pub(crate) fn measure(
    points: impl IntoIterator<Item = Point>,
    rounds: usize,
) -> anyhow::Result<Vec<Row>> {
    let row = |point| Row { point, readings: Vec::new() };
    let mut rows: Vec<_> = points.into_iter().map(row).collect();
    for _ in 0..rounds {
        for row in &mut rows {
            row.readings.push(row.point.measure()?);
        }
    }
    Ok(rows)
}

/// Returns how many units there are at each point up to `most`:
/// none, then three points, each ten times the one before.
pub fn counts(most: usize) -> Vec<usize> {
    let mut counts = vec![0, most / 100, most / 10, most];
    counts.dedup();
    counts
}
