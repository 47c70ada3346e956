//! What a site did, counted by the site itself.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use flags::server::{End, File, Visit};
use hdrhistogram::Histogram;
use http::StatusCode;
use serde::{Deserialize, Serialize};

/// What a site has done since it started, as `/stats` tells it.
///
/// Only requests for flags count, those below `/flags/`. At any
/// time `requests` is the sum of all `answers`, of `abandoned`
/// and of `in_flight`.
#[derive(
    Clone, Debug, Default, PartialEq, Serialize, Deserialize,
)]
pub struct Stats {
    /// How many requests arrived.
    pub requests: u64,
    /// How many answers were given, by status.
    pub answers: BTreeMap<u16, u64>,
    /// How many clients went away before their answer was due.
    pub abandoned: u64,
    /// How many requests wait for their answer right now.
    pub in_flight: u64,
    /// How many did so at once, at the most.
    pub peak_in_flight: u64,
    /// How long answers were really held back, in milliseconds.
    pub delay_ms: Spread,
    /// How much longer that was than intended, in milliseconds.
    pub late_ms: Spread,
}

/// How a figure is spread over the answers.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize,
)]
pub struct Spread {
    /// The arithmetic mean.
    pub mean: f64,
    /// The median.
    pub p50: f64,
    /// What 99 of 100 do not exceed.
    pub p99: f64,
}

/// As many requests are kept one by one; further ones are only
/// counted, so that memory does not grow with them.
const KEPT: usize = 1000;

/// Counts for one site.
pub(crate) struct Counter(Mutex<Counts>);

struct Counts {
    /// All but the two spreads.
    stats: Stats,
    delay: Recorder,
    late: Recorder,
    visits: Vec<Visit>,
}

impl Counter {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Counts {
            stats: Stats::default(),
            delay: Recorder::new(),
            late: Recorder::new(),
            visits: Vec::new(),
        }))
    }

    /// Counts a request that has arrived, for `file` if its path
    /// names one.
    pub(crate) fn begin(&self, file: Option<File>) -> InFlight<'_> {
        let mut counts = self.lock();
        let stats = &mut counts.stats;
        stats.requests += 1;
        stats.in_flight += 1;
        stats.peak_in_flight =
            stats.peak_in_flight.max(stats.in_flight);
        let visit = file.filter(|_| counts.visits.len() < KEPT);
        let visit = visit.map(|file| {
            let arrived = Instant::now();
            counts.visits.push(Visit { file, arrived, end: None });
            counts.visits.len() - 1
        });
        InFlight { counter: self, visit, answered: None }
    }

    /// Returns the requests that were kept, as they arrived.
    pub(crate) fn visits(&self) -> Vec<Visit> {
        self.lock().visits.clone()
    }

    /// Returns the counts so far.
    pub(crate) fn stats(&self) -> Stats {
        let counts = self.lock();
        Stats {
            delay_ms: counts.delay.spread_ms(),
            late_ms: counts.late.spread_ms(),
            ..counts.stats.clone()
        }
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request that waits for its answer.
///
/// Dropped without one, it was abandoned: hyper drops what it was
/// doing for a client that goes away.
pub(crate) struct InFlight<'a> {
    counter: &'a Counter,
    /// Its place among the visits that are kept.
    visit: Option<usize>,
    answered: Option<StatusCode>,
}

impl InFlight<'_> {
    /// Counts the answer, which was held back for `delay`.
    pub(crate) fn end(
        mut self,
        status: StatusCode,
        delay: Duration,
        intended: Duration,
    ) {
        self.answered = Some(status);
        let mut counts = self.counter.lock();
        let answers = &mut counts.stats.answers;
        *answers.entry(status.as_u16()).or_default() += 1;
        counts.delay.record(delay);
        counts.late.record(delay.saturating_sub(intended));
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        let mut counts = self.counter.lock();
        counts.stats.in_flight -= 1;
        let end = match self.answered {
            Some(status) => End::Answered(status.as_u16()),
            None => End::Abandoned,
        };
        counts.stats.abandoned += u64::from(end == End::Abandoned);
        if let Some(visit) = self.visit {
            let end = Some((Instant::now(), end));
            counts.visits[visit].end = end;
        }
    }
}

/// Records durations in constant memory, however many they are.
struct Recorder {
    total: Duration,
    histogram_us: Histogram<u64>,
}

impl Recorder {
    /// Twice the longest delay that can be asked for.
    const MAX: Duration = Duration::from_secs(120);

    fn new() -> Self {
        let max_us = Self::MAX.as_micros() as u64;
        let histogram_us = Histogram::new_with_max(max_us, 3)
            .expect("three digits of at most two minutes");
        Self { total: Duration::ZERO, histogram_us }
    }

    fn record(&mut self, duration: Duration) {
        self.total += duration;
        self.histogram_us
            .saturating_record(duration.as_micros() as u64);
    }

    /// The mean is exact; the others are to three digits.
    fn spread_ms(&self) -> Spread {
        let milliseconds = |quantile| {
            let us = self.histogram_us.value_at_quantile(quantile);
            us as f64 / 1000.0
        };
        let count = self.histogram_us.len().max(1) as f64;
        Spread {
            mean: self.total.as_secs_f64() * 1000.0 / count,
            p50: milliseconds(0.50),
            p99: milliseconds(0.99),
        }
    }
}
