//! What all the runs of two halves came to.

use std::{collections::BTreeSet, time::Duration};

use crate::{
    accounts::Costs, figures::Figures, halves::wanted::Wanted,
    words::pair::Half,
};

/// The halves' names, in the order of the table.
pub const NAMES: [&str; 2] = ["thread", "async"];

/// One run of one half, to its end.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// From before its start to its end.
    pub wall: Duration,
    /// What it cost.
    pub costs: Costs,
}

/// All the runs of one half.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Which half.
    pub name: &'static str,
    /// Those that came to a good end, in order.
    pub runs: Vec<Run>,
    /// Why another one did not, and its last lines.
    pub problem: Option<String>,
}

impl Measured {
    /// Makes room for the runs of a half.
    pub fn none_yet(name: &'static str) -> Self {
        Self { name, runs: Vec::new(), problem: None }
    }

    /// Returns what the runs came to.
    pub fn figures(&self) -> Figures {
        let runs = self.runs.iter();
        Figures::of(
            runs.map(|run| (run.wall.as_secs_f64(), &run.costs)),
        )
    }
}

/// The runs of both halves.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What was to be done.
    pub wanted: Wanted,
    /// How it went, threads first.
    pub halves: [Measured; 2],
    /// The runtimes that the async half said it ran on.
    pub runtimes: BTreeSet<&'static str>,
}

impl Outcome {
    /// Returns what went wrong.
    pub fn problems(&self) -> Vec<String> {
        let halves = self.halves.iter();
        halves.filter_map(|half| half.problem.clone()).collect()
    }

    /// Returns both halves, if both did everything.
    pub(crate) fn complete(&self) -> Option<[Half<'_>; 2]> {
        let ran = |half: &Measured| {
            half.problem.is_none() && !half.runs.is_empty()
        };
        let half = |half: &Measured| Half {
            name: half.name,
            figures: half.figures(),
        };
        self.halves
            .iter()
            .all(ran)
            .then(|| self.halves.each_ref().map(half))
    }
}
