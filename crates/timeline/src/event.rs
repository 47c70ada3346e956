//! What is noted while a program runs: as little as possible.

use std::time::Duration;

/// What a span of tracing's stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Whether it is a lane; if not, it is a wait.
    pub is_lane: bool,
    /// Whether it keeps a thread while it waits.
    pub blocks: bool,
    /// The lane's name, or what is waited for.
    pub name: String,
}

/// What happened to a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was made.
    Made,
    /// A thread entered it: begins to run what is in it.
    Entered,
    /// The thread left it.
    Left,
    /// The thread left it because of a panic.
    Panicked,
    /// What is in it has come to its end.
    Done,
    /// It was dropped.
    Dropped,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When, since the recording began.
    pub at: Duration,
    /// The CPU time of the thread until then.
    pub cpu: Option<Duration>,
    /// The thread, by its place in [`Log::threads`].
    pub thread: usize,
    /// The mark, by its place in [`Log::marks`].
    pub mark: usize,
    /// What happened to it.
    pub what: What,
}

/// All that was noted, in the order in which it happened.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The marks.
    pub marks: Vec<Mark>,
    /// The names of the threads, where they have one.
    pub threads: Vec<Option<String>>,
    /// The events.
    pub events: Vec<Event>,
}
