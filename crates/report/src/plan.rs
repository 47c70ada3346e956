//! How much is measured, and how long that takes.

use std::time::Duration;

use crate::spread::ENOUGH_RUNS;

/// What a run takes beside measuring: a process that starts, and
/// criterion's sums.
const AROUND: Duration = Duration::from_millis(150);

/// The least that a try of an id takes: criterion's, when it is
/// in a hurry.
const TRY: Duration = Duration::from_millis(100);

/// What a whole measurement should take, and must not exceed.
const WANTED: Duration = Duration::from_secs(14 * 60);
const LIMIT: Duration = Duration::from_secs(18 * 60);

/// What `--quick` must not exceed.
const QUICK_LIMIT: Duration = Duration::from_secs(100);

/// The rounds of `--quick`: too few for a verdict.
const QUICK_ROUNDS: usize = 3;

/// How much is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Plan {
    pub(crate) quick: bool,
    /// How many times each id is run.
    pub(crate) rounds: usize,
    pub(crate) warm_up: Duration,
    pub(crate) measure: Duration,
    /// When no further run is begun.
    pub(crate) limit: Duration,
}

impl Plan {
    /// Returns the plan for so many `ids`: the fewer there are,
    /// the longer each is measured.
    pub(crate) fn new(ids: usize, quick: bool) -> Self {
        let warm_up = Duration::from_millis(200);
        if quick {
            return Self {
                quick,
                rounds: QUICK_ROUNDS,
                warm_up: Duration::ZERO,
                measure: Duration::from_millis(100),
                limit: QUICK_LIMIT,
            };
        }
        let runs = (ids * ENOUGH_RUNS).max(1) as u32;
        let measure =
            (WANTED / runs).saturating_sub(warm_up + AROUND).clamp(
                Duration::from_millis(200),
                Duration::from_secs(1),
            );
        Self {
            quick,
            rounds: ENOUGH_RUNS,
            warm_up,
            measure,
            limit: LIMIT,
        }
    }

    /// Returns how long `ids` will take, if none of them is slow.
    pub(crate) fn estimate(&self, ids: usize) -> Duration {
        let ids = ids as u32;
        let run = self.warm_up + self.measure + AROUND;
        let rounds = run * ids * self.rounds as u32;
        // Before them, a whole measurement tries each id.
        let tries = match self.quick {
            true => Duration::ZERO,
            false => (TRY + AROUND) * ids,
        };
        (tries + rounds).min(self.limit)
    }

    /// Tells whether criterion's ten samples of an iteration that
    /// takes so long would take much longer than was planned.
    pub(crate) fn is_slow(&self, iteration: Duration) -> bool {
        iteration * 10 > self.measure * 2
    }
}

/// Returns a duration in words.
pub(crate) fn words(duration: Duration) -> String {
    match duration.as_secs() {
        0 | 1 => "a second".to_owned(),
        seconds @ ..120 => format!("{seconds} s"),
        seconds => format!("{} min", (seconds + 30) / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_ids_take_longer_until_the_limit() {
        let estimate = |ids, quick| {
            Plan::new(ids, quick).estimate(ids).as_secs()
        };
        assert!(estimate(10, false) < estimate(100, false));
        assert!(estimate(5000, false) <= 18 * 60);
        assert!(estimate(10, true) < estimate(100, true));
        assert!(estimate(5000, true) < 120);
    }

    #[test]
    fn fewer_ids_are_measured_for_longer() {
        let measure = |ids| Plan::new(ids, false).measure;
        assert!(measure(100) > measure(300));
        assert!(measure(1) <= Duration::from_secs(1));
        assert_eq!(measure(0), measure(1));
    }
}
