//! One poll, and what a task waits for after it.

use std::{fmt, panic::Location};

use serde::{Deserialize, Serialize};

/// One poll of one task.
#[derive(
    Clone, Debug, Default, PartialEq, Serialize, Deserialize,
)]
pub struct Polled {
    /// Its number.
    pub task: usize,
    /// Its name: "main", or what [`name`] said, or "task N".
    ///
    /// [`name`]: super::name
    pub name: String,
    /// When the poll began.
    pub at_us: u64,
    /// How long it took.
    pub took_us: u64,
    /// What the program told with [`did`](super::did).
    pub did: Vec<String>,
    /// The tasks that it spawned.
    pub spawned: Vec<usize>,
    /// What it waits for now.
    pub waits: Vec<Wait>,
    /// Whether the task is done.
    pub done: bool,
}

/// Something that a task waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wait {
    /// What it is.
    #[serde(flatten)]
    pub what: What,
    /// The source file of the `.await`, as the compiler knows it.
    pub file: String,
    /// The line in it.
    pub line: u32,
}

/// What a task can wait for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize,
)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum What {
    /// That time passes.
    Timer {
        /// How much of it is left.
        left_us: u64,
    },
    /// That a socket is connected.
    Connected {
        /// Which.
        socket: usize,
    },
    /// That something arrives on a socket.
    Readable {
        /// On which.
        socket: usize,
    },
    /// The end of a task.
    Task {
        /// Of which.
        task: usize,
    },
    /// A result from another thread.
    Thread,
}

impl Wait {
    pub(crate) fn new(what: What, place: &Location<'_>) -> Self {
        let (file, line) = (place.file().to_owned(), place.line());
        Self { what, file, line }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Timer { left_us } => {
                let left = (left_us + 500) / 1000;
                write!(f, "timer: {left} ms")
            }
            Self::Connected { socket } => {
                write!(f, "socket {socket} connected")
            }
            Self::Readable { socket } => {
                write!(f, "data on socket {socket}")
            }
            Self::Task { task } => {
                write!(f, "the end of task {task}")
            }
            Self::Thread => f.write_str("another thread"),
        }
    }
}
