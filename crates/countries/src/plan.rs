//! How a run goes about its downloads.

use std::time::Duration;

/// For how long a permit is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hold {
    /// For both requests of a download.
    Held,
    /// For one request, and then for the other.
    Each,
    /// For one request; both are made at once.
    Both,
}

impl Hold {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Held, Self::Each, Self::Both];

    /// Returns the name of its step.
    pub fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Each => "each",
            Self::Both => "both",
        }
    }

    /// Says what it is.
    pub fn about(self) -> &'static str {
        match self {
            Self::Held => "one permit for both requests",
            Self::Each => "a permit for each request",
            Self::Both => "a permit for each, both at once",
        }
    }
}

/// How a run goes about its downloads.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// For how long a permit is held.
    pub hold: Hold,
    /// How many permits there are.
    pub permits: usize,
    /// How many downloads are under way at once; those that have
    /// no permit wait for one.
    pub units: usize,
    /// How long something else takes that is to be done about each
    /// flag, if there is anything.
    pub work: Option<Duration>,
}
