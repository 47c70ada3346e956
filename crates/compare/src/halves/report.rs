//! `--json`: the report for other programs.

use serde::Serialize;

use super::{Measured, Outcome};
use crate::report::FiguresReport;

/// The whole of it. What is not known is `null`.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Report {
    lesson: String,
    /// What each half was given.
    arguments: Vec<String>,
    rounds: u32,
    /// The flavours that the async half names.
    runtimes: Vec<&'static str>,
    server_inside: bool,
    halves: Vec<HalfReport>,
}

/// One half: how often it came to a good end, and what it cost.
#[derive(Clone, Debug, Serialize)]
struct HalfReport {
    half: &'static str,
    runs: usize,
    problem: Option<String>,
    #[serde(flatten)]
    figures: FiguresReport,
}

impl Report {
    /// Returns the report of `outcome`.
    pub(super) fn of(outcome: &Outcome) -> Self {
        let wanted = &outcome.wanted;
        let arguments = wanted.arguments().into_iter();
        let halves = outcome.halves.iter();
        Self {
            lesson: wanted.lesson.clone(),
            arguments: arguments
                .map(|it| it.to_string_lossy().into_owned())
                .collect(),
            rounds: wanted.rounds,
            runtimes: outcome.runtimes.iter().copied().collect(),
            server_inside: wanted.server_inside,
            halves: halves.map(HalfReport::of).collect(),
        }
    }
}

impl HalfReport {
    fn of(half: &Measured) -> Self {
        Self {
            half: half.name,
            runs: half.runs.len(),
            problem: half.problem.clone(),
            figures: FiguresReport::of(&half.figures()),
        }
    }
}
