//! What happened: lanes, and the spans on them.

use std::{fmt, time::Duration};

/// What happened, from the first mark on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The lanes, in the order in which they were made.
    pub lanes: Vec<Lane>,
    /// The names of the threads that ran them.
    pub threads: Vec<String>,
}

/// What happened to a thread, or to a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Whose lane it is.
    pub kind: Kind,
    /// What the lesson calls it.
    pub name: String,
    /// What it did, without gaps, in order.
    pub spans: Vec<Span>,
    /// How it ended.
    pub end: End,
}

/// Whose lane it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A thread's.
    Thread,
    /// A task's: a future that the runtime polls.
    Task,
    /// That of a future that another lane polls.
    Future,
}

/// How a lane ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It came to its end.
    Done,
    /// Its future was dropped before that.
    Dropped,
    /// It panicked.
    Panicked,
    /// It had not ended when the recording did.
    Open,
}

/// A time in which a lane did one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its begin.
    pub from: Duration,
    /// Its end.
    pub to: Duration,
    /// What the lane waited for; nothing if it ran.
    pub waits_for: Option<String>,
    /// The thread that ran the lane, or waited with it, by its
    /// place in [`Timeline::threads`]; nothing if only the lane
    /// waited, and no thread with it.
    pub thread: Option<usize>,
    /// How long that thread had a core in this span, where the
    /// system tells it.
    pub cpu: Option<Duration>,
}

impl Timeline {
    /// Returns when the last lane ended.
    pub fn end(&self) -> Duration {
        let spans = self.lanes.iter().flat_map(|lane| &lane.spans);
        spans.map(|span| span.to).max().unwrap_or_default()
    }
}

impl Span {
    /// Returns how long it took.
    pub fn duration(&self) -> Duration {
        self.to.saturating_sub(self.from)
    }
}

impl Kind {
    /// Returns the word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Task => "task",
            Self::Future => "future",
        }
    }

    /// Returns what `word` is the word for.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        let mut all =
            [Self::Thread, Self::Task, Self::Future].iter();
        all.find(|kind| kind.word() == word).copied()
    }
}

impl End {
    /// Returns the word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Panicked => "panicked",
            Self::Open => "not over",
        }
    }

    /// Returns what `word` is the word for.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        let all =
            [Self::Done, Self::Dropped, Self::Panicked, Self::Open];
        all.into_iter().find(|end| end.word() == word)
    }
}

impl fmt::Display for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.word(), self.name)
    }
}
