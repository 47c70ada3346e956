//! How a figure is spread over several looks at it.

use std::{fmt, time::Duration};

use crate::{Millis, gaps::millis};

/// The median of durations, the shortest and the longest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    pub(crate) median: Duration,
    pub(crate) min: Duration,
    pub(crate) max: Duration,
}

impl Spread {
    /// Returns that of `times`; none of nothing.
    pub(crate) fn of(times: &[Duration]) -> Option<Self> {
        let mut times = times.to_vec();
        times.sort_unstable();
        let (min, max) = (*times.first()?, *times.last()?);
        Some(Self { median: times[times.len() / 2], min, max })
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let median = Millis(self.median);
        let [min, max] = [self.min, self.max].map(millis);
        f.pad(&format!("{median} ({min}-{max})"))
    }
}
