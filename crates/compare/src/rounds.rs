//! Repetition: in which order, and what to make of it.

use serde::Serialize;

/// The median of several figures, and how far they spread.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The one in the middle, or the mean of the two there.
    pub median: f64,
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
}

impl Spread {
    /// Returns the spread of `figures`, if there are any.
    pub fn of(
        figures: impl IntoIterator<Item = f64>,
    ) -> Option<Self> {
        let mut figures: Vec<f64> = figures.into_iter().collect();
        figures.sort_unstable_by(f64::total_cmp);
        let (min, max) = (*figures.first()?, *figures.last()?);
        let low = figures[(figures.len() - 1) / 2];
        let high = figures[figures.len() / 2];
        Some(Self { median: low.midpoint(high), min, max })
    }

    /// Tells whether every figure here is smaller than every one
    /// there.
    pub fn is_below(&self, other: &Self) -> bool {
        self.max < other.min
    }
}

/// Returns `versions` in the order of this round: forward,
/// backward, forward, and so on, so that nobody always goes
/// first.
pub fn order<T: Clone>(versions: &[T], round: u32) -> Vec<T> {
    let mut order = versions.to_vec();
    if round % 2 == 1 {
        order.reverse();
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_odd_number_is_the_one_in_the_middle() {
        let spread = Spread::of([3.0, 1.0, 2.0]).unwrap();
        assert_eq!(
            spread,
            Spread { median: 2.0, min: 1.0, max: 3.0 }
        );
    }

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two()
    {
        let spread = Spread::of([8.0, 1.0, 2.0, 4.0]).unwrap();
        assert_eq!(
            spread,
            Spread { median: 3.0, min: 1.0, max: 8.0 }
        );
    }

    #[test]
    fn nothing_has_no_median() {
        assert_eq!(Spread::of([]), None);
    }

    #[test]
    fn rounds_alternate_between_forward_and_backward() {
        let versions = ["sequential", "thread", "async"];
        let backward = ["async", "thread", "sequential"];
        assert_eq!(order(&versions, 0), versions);
        assert_eq!(order(&versions, 1), backward);
        assert_eq!(order(&versions, 2), versions);
    }
}
