//! A point: so many units of a kind, that wait at once.

use std::{fmt, str::FromStr};

use crate::stack::Room;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A thread of the operating system.
    Thread,
    /// A task, on a current-thread runtime.
    Task,
}

/// What a unit has, beside what it needs to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// Nothing.
    Bare,
    /// A connection, and a buffer of so many bytes.
    Connected(usize),
    /// Room for its work.
    Room(Room),
}

/// What is measured in a process of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// What the units are.
    pub kind: Kind,
    /// What each of them has.
    pub load: Load,
    /// How many there are.
    pub units: usize,
}

impl Kind {
    /// Returns the other one.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Thread => Self::Task,
            Self::Task => Self::Thread,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Thread => "thread",
            Self::Task => "task",
        })
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, load, units } = self;
        write!(f, "{units} {kind} ")?;
        match load {
            Load::Bare => f.write_str("bare"),
            Load::Connected(size) => write!(f, "connected {size}"),
            Load::Room(Room::Used) => f.write_str("used"),
            Load::Room(Room::Held) => f.write_str("held"),
        }
    }
}

/// The text is no point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPoint;

impl FromStr for Point {
    type Err = NoPoint;

    fn from_str(text: &str) -> Result<Self, NoPoint> {
        let number = |word: &str| word.parse().map_err(|_| NoPoint);
        let words: Vec<_> = text.split(' ').collect();
        let [units, kind, ref load @ ..] = words[..] else {
            return Err(NoPoint);
        };
        let kind = match kind {
            "thread" => Kind::Thread,
            "task" => Kind::Task,
            _ => return Err(NoPoint),
        };
        let load = match load {
            ["bare"] => Load::Bare,
            ["connected", size] => Load::Connected(number(size)?),
            ["used"] => Load::Room(Room::Used),
            ["held"] => Load::Room(Room::Held),
            _ => return Err(NoPoint),
        };
        Ok(Self { kind, load, units: number(units)? })
    }
}
