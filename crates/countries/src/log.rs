//! What the server saw of the downloads, by its own clock.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use flags::{
    Code,
    server::{File, Visit},
};

use crate::Hold;

/// One request, from its arrival to its answer, counted from the
/// first arrival of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it arrived.
    pub from: Duration,
    /// When it was answered.
    pub to: Duration,
}

impl Span {
    fn length(self) -> Duration {
        self.to.saturating_sub(self.from)
    }
}

/// The two requests of one download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turns {
    /// What was asked for.
    pub code: Code,
    /// The request for the flag.
    pub flag: Span,
    /// The request for the metadata.
    pub metadata: Span,
}

/// What the server saw of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log(Vec<Turns>);

impl Log {
    /// Puts together the two requests of each of `count` downloads.
    /// There is no log if a code was asked for twice, or not to
    /// the end, or if the server has not kept all: then it cannot
    /// be told which requests belong together.
    pub fn new(visits: &[Visit], count: usize) -> Option<Self> {
        let first = visits.first()?.arrived;
        let mut flags = BTreeMap::new();
        let mut metadata = BTreeMap::new();
        for visit in visits {
            let span = span(visit, first)?;
            let before = match visit.file {
                File::Flag(code) => flags.insert(code, span),
                File::Metadata(code) => metadata.insert(code, span),
                File::Index => None,
            };
            if before.is_some() {
                return None;
            }
        }
        let turns = flags.into_iter().map(|(code, flag)| {
            let metadata = metadata.get(&code).copied()?;
            Some(Turns { code, flag, metadata })
        });
        let downloads = turns.collect::<Option<Vec<_>>>()?;
        (downloads.len() == count).then_some(Self(downloads))
    }

    /// Returns the downloads, in the order of their codes.
    pub fn downloads(&self) -> &[Turns] {
        &self.0
    }

    /// Returns for how long a permit was held, at the most, where
    /// it was held as `hold` says.
    pub fn longest_hold(&self, hold: Hold) -> Duration {
        let holds = self.0.iter().map(|turns| match hold {
            Hold::Held => turns.end() - turns.flag.from,
            _ => turns.flag.length().max(turns.metadata.length()),
        });
        holds.max().unwrap_or_default()
    }

    /// Returns how much of the time `permits` were in use, that is,
    /// requests were under way, in percent.
    pub fn used(&self, permits: usize) -> u8 {
        let spans =
            self.0.iter().flat_map(|it| [it.flag, it.metadata]);
        let busy: Duration = spans.map(Span::length).sum();
        let most = self.end().as_secs_f64() * permits as f64;
        (100.0 * busy.as_secs_f64() / most).round() as u8
    }

    /// Returns how long a download stood between its two requests,
    /// on average.
    pub fn mean_gap(&self) -> Duration {
        let gaps = self.0.iter().map(Turns::gap);
        let count = self.0.len().max(1) as u32;
        gaps.sum::<Duration>() / count
    }

    /// Returns how many downloads had both requests under way at
    /// the same time.
    pub fn at_once(&self) -> usize {
        self.0.iter().filter(|turns| turns.overlap()).count()
    }

    /// Returns when the first download had both answers.
    pub fn first(&self) -> Duration {
        let ends = self.0.iter().map(Turns::end);
        ends.min().unwrap_or_default()
    }

    /// Returns when the last download had both answers.
    pub fn end(&self) -> Duration {
        let ends = self.0.iter().map(Turns::end);
        ends.max().unwrap_or_default()
    }
}

impl Turns {
    /// Returns when it had both answers.
    pub fn end(&self) -> Duration {
        self.flag.to.max(self.metadata.to)
    }

    fn overlap(&self) -> bool {
        let later = self.flag.from.max(self.metadata.from);
        later < self.flag.to.min(self.metadata.to)
    }

    fn gap(&self) -> Duration {
        let later = self.flag.from.max(self.metadata.from);
        let earlier = self.flag.to.min(self.metadata.to);
        later.saturating_sub(earlier)
    }
}

fn span(visit: &Visit, first: Instant) -> Option<Span> {
    let (end, _) = visit.end?;
    let since = |at: Instant| at.saturating_duration_since(first);
    Some(Span { from: since(visit.arrived), to: since(end) })
}
