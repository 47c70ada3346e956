//! Step `wait`: how long to wait for how many.
//!
//! Python's `wait` returns what is done and what is pending, and
//! so do these: after all, after the first, after the first
//! failure, or after a time. They take a set of units by mutable
//! reference: what is pending stays in the set, where one can wait
//! for it once more.
//!
//! The async half has futures in a `FuturesUnordered`, where the
//! default pair has tasks in a `JoinSet`: nobody needs them to go
//! on between two waits, and they do not. (What that means where
//! somebody needs it is the step [`still`](crate::still).)

use std::{
    collections::BTreeSet,
    fmt,
    time::{Duration, Instant},
};

use flags::{Code, Error, Outcome};
use lesson::say;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// What is done after a wait, and what is pending.
pub type Waited = (Vec<Outcome>, BTreeSet<Code>);

/// Returns a code that no country has, so that something fails.
pub(crate) fn nowhere() -> Option<Code> {
    "XX".parse().ok()
}

/// Until when to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Until all are done.
    All,
    /// Until one is.
    First,
    /// Until one has failed, or all are done.
    FirstFailure,
    /// Until all are done, or this time is over.
    Limit(Duration),
}

impl Until {
    /// Returns the four ways to wait; the last has a `limit`.
    pub(crate) fn all(limit: Duration) -> [Self; 4] {
        let limit = Self::Limit(limit);
        [Self::All, Self::First, Self::FirstFailure, limit]
    }

    /// Returns when to give up; far ahead where there is no limit,
    /// since each request has a limit of its own.
    pub(crate) fn deadline<T: From<Instant>>(self) -> T {
        let limit = match self {
            Self::Limit(limit) => limit,
            _ => Duration::from_secs(24 * 60 * 60),
        };
        (Instant::now() + limit).into()
    }

    /// Tells whether to stop, now that these are `done`.
    pub(crate) fn is_met(
        self,
        done: &[Outcome],
        pending: &BTreeSet<Code>,
    ) -> bool {
        let enough = match self {
            Self::First => !done.is_empty(),
            Self::FirstFailure => {
                done.last().is_some_and(|it| it.result.is_err())
            }
            Self::All | Self::Limit(_) => false,
        };
        enough || pending.is_empty()
    }
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.pad("all"),
            Self::First => f.pad("the first"),
            Self::FirstFailure => f.pad("the first failure"),
            Self::Limit(limit) => {
                f.pad(&format!("{limit:?} at most"))
            }
        }
    }
}

/// What the ways of waiting came to.
#[derive(Debug, Default)]
pub struct Waits(Vec<Wait>);

#[derive(Debug)]
struct Wait {
    until: Until,
    pending: usize,
}

impl Waits {
    /// Begins the table, and returns it.
    pub(crate) fn begin() -> Self {
        let [what, done] = ["wait for", "done"];
        say!("{what:17}    after  {done:23}  pending");
        Self::default()
    }

    /// Adds a row, and shows it.
    pub(crate) fn row(
        &mut self,
        until: Until,
        began: Instant,
        done: &[Outcome],
        pending: &BTreeSet<Code>,
    ) {
        let ms = began.elapsed().as_millis();
        let ends = done.iter().map(marked).collect::<Vec<_>>();
        let rest: Vec<_> =
            pending.iter().map(ToString::to_string).collect();
        let (ends, rest) = (ends.join(" "), rest.join(" "));
        say!("{until:17}  {ms:4} ms  {ends:23}  {rest}");
        self.0.push(Wait { until, pending: pending.len() });
    }
}

/// Returns the code, with a mark if its flag is not there, as in
/// the reports of all download lessons.
fn marked(outcome: &Outcome) -> String {
    let mark = match &outcome.result {
        Ok(_) => "",
        Err(Error::NotFound) => "?",
        Err(_) => "!",
    };
    format!("{}{mark}", outcome.code)
}

/// Says how many were pending after each wait.
pub(crate) fn summary(waits: &Waits) -> String {
    let told = |wait: &Wait| {
        let Wait { until, pending } = wait;
        format!("{until}: {pending}")
    };
    let told: Vec<_> = waits.0.iter().map(told).collect();
    format!("Pending after {}.", told.join(", "))
}
