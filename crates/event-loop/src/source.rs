//! What the program waits for.

use std::{
    fmt, net::SocketAddr, process::Child, thread, time::Duration,
};

/// Something that happens by and by.
#[derive(Debug)]
pub struct Source {
    /// What the output calls it.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
}

/// The kinds of things that happen.
#[derive(Debug)]
pub enum Kind {
    /// A clock ticks, so many times.
    Timer {
        /// The time between two ticks.
        every: Duration,
        /// The number of ticks.
        times: u32,
    },
    /// Lines arrive on a connection.
    Lines {
        /// Where a server sends lines to whoever connects.
        address: SocketAddr,
    },
    /// Another thread returns the result of [`slow_function`].
    Thread {
        /// How long the function takes.
        work: Duration,
    },
    /// A child process exits.
    Child {
        /// The process.
        child: Child,
    },
}

/// Pretends to compute for as long as `work`, on the thread that
/// calls it.
pub fn slow_function(work: Duration) -> u32 {
    thread::sleep(work);
    42
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Timer { every, .. } => {
                write!(f, "a tick every {every:?}")
            }
            Self::Lines { .. } => f.write_str("lines on a socket"),
            Self::Thread { .. } => {
                f.write_str("another thread's result")
            }
            Self::Child { .. } => f.write_str("a process's exit"),
        }
    }
}
