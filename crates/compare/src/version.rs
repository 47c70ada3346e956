//! The versions there are, and how each is run.

use std::fmt;

use clap::ValueEnum;
use serde::Serialize;

/// One version of the program that is compared.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    ValueEnum,
    Serialize,
)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Version {
    /// One flag after the other.
    Sequential,
    /// Threads, on the client library `ureq`.
    Thread,
    /// Tasks, on the client library `reqwest`.
    Async,
    /// Threads on bare sockets.
    RawThread,
    /// Tasks on bare sockets.
    RawAsync,
}

impl Version {
    /// Returns its name, as tables and options have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sequential => "sequential",
            Self::Thread => "thread",
            Self::Async => "async",
            Self::RawThread => "raw_thread",
            Self::RawAsync => "raw_async",
        }
    }

    /// Returns the name of the program that it is.
    pub fn program(self) -> &'static str {
        match self {
            Self::Sequential => "download_sequential",
            Self::Thread | Self::RawThread => "download_thread",
            Self::Async | Self::RawAsync => "download_async",
        }
    }

    /// Returns what makes the program run this version.
    pub fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::RawThread | Self::RawAsync => &["--step", "raw"],
            _ => &[],
        }
    }

    /// Returns how many requests it has under way at once, when
    /// it may have `max_req`.
    pub fn at_once(self, max_req: u64) -> u64 {
        match self {
            Self::Sequential => 1,
            _ => max_req,
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
