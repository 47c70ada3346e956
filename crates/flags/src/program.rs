//! What a download binary says about itself.

use lesson::Step;

/// What is concurrent in a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing: one download after the other.
    Sequential,
    /// Operating-system threads.
    Thread,
    /// Async tasks on one thread.
    Task,
}

impl Unit {
    /// Returns what a report calls a program of such units.
    pub fn version(self) -> &'static str {
        match self {
            Self::Sequential => "sequential",
            Self::Thread => "thread",
            Self::Task => "async",
        }
    }
}

/// What a download binary says about itself.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The binary's name.
    pub name: &'static str,
    /// What it shows, in a line or two.
    pub about: &'static str,
    /// What is concurrent in it.
    pub unit: Unit,
    /// Its steps; the first one is run by default.
    pub steps: &'static [Step],
}
