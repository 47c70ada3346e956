//! How many units of each kind there are to be.

use lesson::Args;

use crate::{
    Allowed, Kind, Load, Point,
    amount::{Amount, thousands},
    stack::{ROOM, Room},
};

/// So many threads there are at the most, unless more are asked
/// for; and as many tasks, where each costs much.
pub(crate) const MAX_THREADS: usize = 1_000;

/// So many bare tasks there are at the most, unless more are asked
/// for.
pub(crate) const MAX_TASKS: usize = 100_000;

/// What a step is going to measure.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The units that the binary is about.
    pub(crate) kind: Kind,
    /// What each unit has.
    pub(crate) load: Load,
    /// How many there are of the binary's units, at the most.
    pub(crate) units: usize,
    /// How many there are of the others, at the most.
    pub(crate) others: usize,
    /// How many of the binary's units the system allows.
    pub(crate) allowed: Allowed,
    /// How often each point is measured.
    pub(crate) rounds: usize,
}

/// More are asked for than the system allows.
#[derive(Clone, Debug, thiserror::Error)]
#[error(
    "{asked} {kind}s are more than half of the smallest limit\n\n\
     {allowed}\nAsk for {} at the most.",
    allowed.most()
)]
pub(crate) struct TooMany {
    asked: usize,
    kind: Kind,
    allowed: Allowed,
}

impl Plan {
    /// Makes the plan for the step that was chosen; reads what the
    /// system allows.
    ///
    /// # Errors
    ///
    /// If that is less than was asked for, or is not told.
    pub(crate) fn new(
        kind: Kind,
        args: &Args,
    ) -> anyhow::Result<Self> {
        let load = match args.step.name {
            "connected" => Load::Connected(args.count("buffer")),
            "stack" => Load::Room(Room::Held),
            _ => Load::Bare,
        };
        let own = Allowed::read(kind, load)?;
        let other = Allowed::read(kind.other(), load)?;
        let is_bare = load == Load::Bare;
        // With a load, there are as many of both.
        let allowed =
            if is_bare { own } else { own.and(other.clone()) };
        let default = |kind| match kind {
            Kind::Task if is_bare => MAX_TASKS,
            _ => MAX_THREADS,
        };
        let asked = args.count("max");
        let units = if asked == default_max(kind) {
            default(kind).min(allowed.most())
        } else if asked <= allowed.most() {
            asked
        } else {
            return Err(TooMany { asked, kind, allowed }.into());
        };
        // A task is worth a hundredth of a thread, or less.
        let others = match kind {
            _ if !is_bare => units,
            Kind::Thread => MAX_TASKS.min(units * 100),
            Kind::Task => MAX_THREADS.min(units),
        };
        let others = others.min(other.most());
        let rounds = args.count("rounds");
        Ok(Self { kind, load, units, others, allowed, rounds })
    }

    /// Returns the point of so many units of `kind`.
    pub(crate) fn point(&self, kind: Kind, units: usize) -> Point {
        Point { kind, load: self.load, units }
    }

    /// Says what is measured, and what the system allows.
    pub(crate) fn opening(&self) -> String {
        let units = match self.kind {
            Kind::Thread => "Threads",
            Kind::Task => "Tasks on a current-thread runtime",
        };
        let size = |bytes| Amount::Bytes(bytes as f64);
        let load = match self.load {
            Load::Bare => "that wait for a signal".to_owned(),
            Load::Connected(buffer) => format!(
                "with a connection (both ends), {} buffer",
                size(buffer)
            ),
            Load::Room(_) => format!(
                "that need {} of room, {} at once",
                size(ROOM),
                thousands(self.units as u64)
            ),
        };
        let limit = self.allowed.smallest().map(|limit| {
            format!("Limit, of which half is used: {limit}.")
        });
        let untold = "No limit is known here.".to_owned();
        let limit = limit.unwrap_or(untold);
        format!("{units} {load}.\n{limit}")
    }
}

/// Returns the default of `--max` of the binary for `kind`.
pub(crate) const fn default_max(kind: Kind) -> usize {
    match kind {
        Kind::Thread => MAX_THREADS,
        Kind::Task => MAX_TASKS,
    }
}
