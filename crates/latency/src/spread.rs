//! What to make of several rounds.

use serde::Serialize;

use crate::Nanoseconds;

/// The figures of all rounds, in nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The one in the middle, or the mean of the two there.
    pub median: f64,
    /// A tenth of the rounds took this or less.
    pub p10: f64,
    /// A tenth took this or more.
    pub p90: f64,
    /// The shortest round.
    pub min: f64,
    /// The longest.
    pub max: f64,
}

impl Spread {
    /// Returns the spread of `rounds`, if there are any.
    pub fn of(rounds: &[Nanoseconds]) -> Option<Self> {
        let mut sorted: Vec<f64> =
            rounds.iter().map(|round| round.0).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let last = sorted.len().checked_sub(1)?;
        // The nearest one of those that there are.
        let tenth = last / 10;
        let middle = sorted[last / 2];
        Some(Self {
            median: middle.midpoint(sorted[last.div_ceil(2)]),
            p10: sorted[tenth],
            p90: sorted[last - tenth],
            min: sorted[0],
            max: sorted[last],
        })
    }

    /// Returns the median.
    pub fn median(&self) -> Nanoseconds {
        Nanoseconds(self.median)
    }
}
