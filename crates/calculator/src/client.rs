//! The clients whose constants are known: the raw pair, which
//! differs in threads and tasks alone, and the two libraries.

use std::fmt;

use serde::{Deserialize, Serialize};

/// By what the requests are sent.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Client {
    /// A few lines of HTTP on bare sockets, the same in both.
    Raw,
    /// Libraries: `ureq` by threads, `reqwest` by tasks.
    Library,
}

/// A way to do all requests.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// One after the other.
    Sequential,
    /// By threads.
    Thread,
    /// By tasks.
    Task,
}

impl Client {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Raw, Self::Library];

    /// Returns its name, as in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Library => "library",
        }
    }

    /// Returns what `compare` and the benches call `way` with it.
    ///
    /// One by one there is but the library.
    pub fn version(self, way: Way) -> &'static str {
        match (way, self) {
            (Way::Sequential, _) => "sequential",
            (Way::Thread, Self::Raw) => "raw_thread",
            (Way::Thread, Self::Library) => "thread",
            (Way::Task, Self::Raw) => "raw_async",
            (Way::Task, Self::Library) => "async",
        }
    }
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] =
        [Self::Sequential, Self::Thread, Self::Task];
}

impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
