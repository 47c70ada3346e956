//! What several rounds came to.

/// The same figure in several rounds, one at least.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    rounds: Vec<f64>,
}

impl Spread {
    /// Takes the figure of each round, in their order; there is no
    /// spread of none.
    pub fn of(rounds: Vec<f64>) -> Option<Self> {
        (!rounds.is_empty()).then_some(Self { rounds })
    }

    /// Returns the least that there was.
    pub fn least(&self) -> f64 {
        self.rounds.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// Returns the most that there was.
    pub fn most(&self) -> f64 {
        let rounds = self.rounds.iter().copied();
        rounds.fold(f64::NEG_INFINITY, f64::max)
    }

    /// Returns the one in the middle, or what is between the two.
    pub fn median(&self) -> f64 {
        let mut rounds = self.rounds.clone();
        rounds.sort_by(f64::total_cmp);
        let low = rounds[(rounds.len() - 1) / 2];
        f64::midpoint(low, rounds[rounds.len() / 2])
    }

    /// Returns how far a round is from the median, at the most.
    pub fn deviation(&self) -> f64 {
        let median = self.median();
        (median - self.least()).max(self.most() - median)
    }

    /// Returns how many times `other` it was, round by round.
    /// Nothing if `other` was not above zero in all of them.
    pub fn times(&self, other: &Self) -> Option<Self> {
        let rounds = self.rounds.iter().zip(&other.rounds);
        let times = rounds.map(|(one, other)| one / other);
        let times = times.collect();
        (other.least() > 0.0).then_some(Self { rounds: times })
    }
}
