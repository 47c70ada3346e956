//! What a download binary says about itself.

use lesson::{Opt, Step};

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
    /// Its own options, beside those of all download binaries.
    pub options: &'static [Opt],
    /// Defaults other than the usual ones, by the option's long
    /// name: `("limit", "6")`.
    pub defaults: &'static [(&'static str, &'static str)],
    /// Whether it saves flags; if not, it has no `--dest`.
    pub saves: bool,
    /// Whether it keeps to `--max-req`; if not, it asks for all
    /// flags at once.
    pub bounded: bool,
    /// Whether it tells each flag and the usual report; if not, it
    /// has neither `--verbose` nor `--json`.
    pub reports: bool,
    /// Steps that tell something else in place of each flag and the
    /// usual report: they have neither `--verbose` nor `--json`.
    pub unreported: &'static [&'static str],
}

impl Program {
    /// Tells whether the program lacks the shared option that clap
    /// knows as `id`.
    pub(crate) fn lacks(&self, id: &str) -> bool {
        match id {
            "dest" | "no_save" => !self.saves,
            "max_req" => !self.bounded,
            "verbose" | "json" => !self.reports,
            _ => false,
        }
    }

    /// What most download binaries have in common; the rest is to
    /// be filled in.
    pub const USUAL: Self = Self {
        name: "",
        about: "",
        unit: Unit::Sequential,
        steps: &[],
        options: &[],
        defaults: &[],
        saves: true,
        bounded: true,
        reports: true,
        unreported: &[],
    };
}
