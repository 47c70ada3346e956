//! What several runs say together.

use serde::{Deserialize, Serialize};

/// How sure an interval has to be.
const CONFIDENCE: f64 = 0.95;

/// The fewest runs whose range is such an interval.
pub const ENOUGH_RUNS: usize = 6;

/// The median of several runs, and the interval between them.
///
/// The interval needs no assumption about how the runs are
/// distributed: half of all runs lie below the true median, so
/// that all n lie on one side of it with a chance of 2 in 2^n.
/// From 6 runs on, the smallest and the largest are a 95 %
/// interval; of more than 8, those further in. Of fewer than 6,
/// they are a range and no more.
///
/// # Source
///
/// The sign test's interval; for example Conover, *Practical
/// Nonparametric Statistics*, 3.2.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// The one in the middle, or the mean of the two there.
    pub median: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How many runs there were.
    pub runs: usize,
}

impl Spread {
    /// Returns the spread of `runs`, if there are any.
    pub fn of(runs: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut runs = runs.into_iter().collect::<Vec<_>>();
        runs.sort_unstable_by(f64::total_cmp);
        let count = runs.len();
        let last = count.checked_sub(1)?;
        let outside = outside(count);
        let (low, high) = (runs[outside], runs[last - outside]);
        let median = runs[last / 2].midpoint(runs[count / 2]);
        Some(Self { median, low, high, runs: count })
    }

    /// Tells whether there were runs enough for an interval.
    pub fn is_interval(&self) -> bool {
        self.runs >= ENOUGH_RUNS
    }

    /// Tells whether all of this is smaller than all of `other`.
    pub fn is_below(&self, other: &Self) -> bool {
        self.high < other.low
    }

    /// Returns it with four digits, which is more than is known.
    pub(crate) fn rounded(self) -> Self {
        Self {
            median: rounded(self.median),
            low: rounded(self.low),
            high: rounded(self.high),
            runs: self.runs,
        }
    }
}

fn rounded(figure: f64) -> f64 {
    format!("{figure:.3e}").parse().unwrap_or(figure)
}

/// Returns how many of `count` runs, on either side, may lie
/// outside of the interval.
fn outside(count: usize) -> usize {
    let mut outside = 0;
    // Of `count` tosses of a coin: the chance of as many heads as
    // are left outside, or fewer.
    let mut chance = 0.5_f64.powf(count as f64);
    let mut sum = chance;
    loop {
        let left = count - outside;
        chance *= left as f64 / (outside + 1) as f64;
        sum += chance;
        if 1.0 - 2.0 * sum < CONFIDENCE {
            return outside;
        }
        outside += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_runs_are_an_interval_from_the_smallest_to_the_largest() {
        let spread =
            Spread::of([6.0, 1.0, 5.0, 2.0, 4.0, 3.0]).unwrap();
        let Spread { median, low, high, runs } = spread;
        assert_eq!((median, low, high, runs), (3.5, 1.0, 6.0, 6));
        assert!(spread.is_interval());
    }

    #[test]
    fn five_runs_are_a_range_and_no_interval() {
        let spread = Spread::of([5.0, 1.0, 2.0, 4.0, 3.0]).unwrap();
        assert_eq!((spread.low, spread.high), (1.0, 5.0));
        assert!(!spread.is_interval());
    }

    #[test]
    fn of_many_runs_the_outermost_are_left_out() {
        // As in the tables of the sign test.
        let outside = [1, 2, 5, 6, 8, 9, 12, 15, 20].map(outside);
        assert_eq!(outside, [0, 0, 0, 0, 0, 1, 2, 3, 5]);
    }

    #[test]
    fn of_no_runs_there_is_nothing_to_say() {
        assert_eq!(Spread::of([]), None);
    }

    #[test]
    fn intervals_that_touch_are_not_apart() {
        let spread =
            |low, high| Spread { median: low, low, high, runs: 6 };
        assert!(spread(1.0, 2.0).is_below(&spread(2.1, 3.0)));
        assert!(!spread(1.0, 2.0).is_below(&spread(2.0, 3.0)));
    }

    #[test]
    fn four_digits_are_kept() {
        assert_eq!(rounded(123_456.0), 123_500.0);
        assert_eq!(rounded(0.000_987_654), 0.000_987_7);
    }
}
