//! When results were taken, and what another order would have made
//! of that.

use std::time::{Duration, Instant};

use flags::Code;
use lesson::say;

/// When each of some results was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// How they were taken.
    pub way: &'static str,
    began: Instant,
    /// The codes as they were taken, and how long after the
    /// beginning.
    pub codes: Vec<(Code, Duration)>,
}

/// How long a result was waited for, on average.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Means {
    /// The results were taken as they came.
    pub as_completed: Duration,
    /// The same ones, taken in the order of their codes.
    pub in_order: Duration,
    /// The same ones, had each been asked for when the one before
    /// it was there.
    pub in_turn: Duration,
}

impl Taken {
    /// Begins to take results.
    pub fn begin(way: &'static str) -> Self {
        Self { way, began: Instant::now(), codes: Vec::new() }
    }

    /// Takes the result of `code`.
    pub fn note(&mut self, code: Code) {
        self.codes.push((code, self.began.elapsed()));
    }

    /// Returns when the last result was taken.
    pub fn last(&self) -> Duration {
        self.codes.last().map_or(Duration::ZERO, |(_, time)| *time)
    }

    /// Returns what other orders would have made of these times.
    pub fn means(&self) -> Means {
        let mean = |times: &[Duration]| {
            let count = u32::try_from(times.len()).ok();
            let sum: Duration = times.iter().sum();
            let mean = count.and_then(|it| sum.checked_div(it));
            mean.unwrap_or_default()
        };
        let mut codes = self.codes.clone();
        codes.sort();
        let times: Vec<_> =
            codes.into_iter().map(|(_, time)| time).collect();
        let (mut latest, mut sum) =
            (Duration::ZERO, Duration::ZERO);
        let (mut in_order, mut in_turn) = (Vec::new(), Vec::new());
        for time in &times {
            latest = latest.max(*time);
            sum += *time;
            in_order.push(latest);
            in_turn.push(sum);
        }
        Means {
            as_completed: mean(&times),
            in_order: mean(&in_order),
            in_turn: mean(&in_turn),
        }
    }

    /// Says what the order of arrival was worth.
    pub(crate) fn worth(&self) -> String {
        let Means { as_completed, in_order, in_turn } =
            self.means();
        format!(
            "a flag was waited for, on average: {} ms as they \
             came; {} ms, had they been\ntaken in the order of \
             their codes; {} ms, had they been asked for one by \
             one\n",
            as_completed.as_millis(),
            in_order.as_millis(),
            in_turn.as_millis(),
        )
    }

    /// Shows when each result was taken.
    pub(crate) fn show(&self) {
        say!("{}", self.way);
        let codes = |(code, _): &(Code, _)| format!("{code:>5}");
        let times = |(_, time): &(_, Duration)| {
            format!("{:5}", time.as_millis())
        };
        for part in self.codes.chunks(12) {
            let codes: String = part.iter().map(codes).collect();
            let times: String = part.iter().map(times).collect();
            say!("  taken    {codes}\n  after ms {times}");
        }
    }
}
