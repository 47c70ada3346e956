//! Step `pending`: what becomes of those that nobody waits for.
//!
//! Somebody asks for many flags, takes the first, and has enough.
//! Three ways to hold the units, and to let go of them:
//!
//! - as parts of the call: scoped threads, futures in a
//!   `FuturesUnordered`;
//! - as a set: threads with a channel, tasks in a `JoinSet`;
//! - by nothing: handles that are dropped.
//!
//! What became of the others, the server tells: it knows which
//! answers it gave, and whose client went away before.

use std::time::{Duration, Instant};

use flags::server::{Embedded, Seen};
use lesson::say;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// How long to rest before the server is asked once more.
pub(crate) const REST: Duration = Duration::from_millis(5);

/// What became of the requests of one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// How the units were held, and what was done with that.
    pub way: &'static str,
    /// How long it took to take one and to leave the others.
    pub left_after: Duration,
    /// How many requests were answered in the end.
    pub answered: u64,
    /// How many were given up by their client.
    pub abandoned: u64,
}

/// A server's account before a way was tried.
pub(crate) struct Account<'server> {
    server: &'server dyn Embedded,
    before: Seen,
    began: Instant,
}

impl<'server> Account<'server> {
    /// Opens the account.
    pub(crate) fn open(server: &'server dyn Embedded) -> Self {
        let before = server.seen();
        Self { server, before, began: Instant::now() }
    }

    /// Tells whether requests wait for their answers still.
    pub(crate) fn is_open(&self) -> bool {
        self.server.seen().in_flight > 0
    }

    /// Returns how long it was open.
    pub(crate) fn age(&self) -> Duration {
        self.began.elapsed()
    }

    /// Returns what became of the requests since it was opened.
    pub(crate) fn close(
        self,
        way: &'static str,
        left_after: Duration,
    ) -> Fate {
        let answered =
            |seen: &Seen| -> u64 { seen.answers.values().sum() };
        let (now, before) = (self.server.seen(), self.before);
        Fate {
            way,
            left_after,
            answered: answered(&now) - answered(&before),
            abandoned: now.abandoned - before.abandoned,
        }
    }
}

/// Begins the table.
pub(crate) fn heading() {
    let [way, left] = ["held as", "left after"];
    say!("{way:24} {left:>10}  answered  abandoned");
}

impl Fate {
    /// Shows a row of the table.
    pub(crate) fn show(&self) {
        let Self { way, left_after, answered, abandoned } = self;
        let left = format!("{} ms", left_after.as_millis());
        say!("{way:24} {left:>10}  {answered:8}  {abandoned:9}");
    }
}

/// Says what went on and what did not.
pub(crate) fn summary(fates: &[Fate]) -> String {
    let ways = |went_on: bool| {
        let ways: Vec<_> = fates
            .iter()
            .filter(|fate| (fate.abandoned == 0) == went_on)
            .map(|fate| fate.way)
            .collect();
        match ways.as_slice() {
            [] => "none".to_owned(),
            ways => ways.join(", "),
        }
    };
    let (on, stopped) = (ways(true), ways(false));
    format!("Went on to the end: {on}.\nStopped: {stopped}.")
}
