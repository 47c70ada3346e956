//! The figures of one machine, as they are kept in a file.

mod file;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use file::{FileError, read, text, write};

use crate::{
    criterion::Measured,
    id::{Id, twins},
    machine::Machine,
    spread::Spread,
};

/// The figures of one machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Where they come from.
    pub machine: Machine,
    /// The lessons by their names.
    pub lessons: BTreeMap<String, Lesson>,
}

/// The figures of one lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// The day on which they were taken (UTC), as `2026-11-05`.
    pub date: String,
    /// Whether they were taken in a hurry.
    pub quick: bool,
    /// The times of an iteration, in nanoseconds.
    pub times: Vec<Row>,
    /// How many times as long an async half takes as its thread
    /// half.
    pub ratios: Vec<Row>,
}

/// A figure, with its spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What it is about; of a ratio, the async half.
    #[serde(flatten)]
    pub id: Id,
    /// The name of the thread half, of a ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The figure.
    #[serde(flatten)]
    pub spread: Spread,
}

impl Lesson {
    /// Returns what `runs` say of `lesson`; each of them lists
    /// what it measured.
    ///
    /// A ratio is taken within a run, where both halves had the
    /// same machine, and spreads between runs.
    pub fn new(
        lesson: &str,
        runs: &[Vec<Measured>],
        date: &str,
        quick: bool,
    ) -> Self {
        let runs = runs.iter().map(|run| of_lesson(run, lesson));
        let runs = runs.collect::<Vec<_>>();
        let mut ids = runs.iter().flatten().collect::<Vec<_>>();
        ids.sort_by_cached_key(|it| it.id.order());
        ids.dedup_by_key(|it| &it.id);
        let times = ids.iter().filter_map(|it| {
            let spread = spread_of_time(&runs, &it.id)?;
            Some(Row { id: it.id.clone(), to: None, spread })
        });
        let times = times.collect::<Vec<_>>();
        let ratios = times.iter().filter_map(|row| {
            let to = twin(&times, &row.id)?;
            let ratio = |run: &Vec<&Measured>| {
                let task = time_in(run, &row.id)?.median_ns;
                let thread = time_in(run, to)?.median_ns;
                Some(task / thread)
            };
            let ratios = runs.iter().filter_map(ratio);
            let spread = Spread::of(ratios)?.rounded();
            let to = Some(to.name.clone());
            Some(Row { id: row.id.clone(), to, spread })
        });
        let ratios = ratios.collect();
        Self { date: date.to_owned(), quick, times, ratios }
    }

    /// Returns the time of `id`, if it was measured.
    pub fn time(&self, id: &Id) -> Option<&Row> {
        self.times.iter().find(|row| row.id == *id)
    }

    /// Returns the ratio of the async half `id`, if there is one.
    pub fn ratio(&self, id: &Id) -> Option<&Row> {
        self.ratios.iter().find(|row| row.id == *id)
    }

    /// Returns in how many runs an id was measured: in the fewest
    /// and in the most.
    pub fn runs(&self) -> (usize, usize) {
        let runs = self.times.iter().map(|row| row.spread.runs);
        let fewest = runs.clone().min().unwrap_or_default();
        (fewest, runs.max().unwrap_or_default())
    }
}

fn of_lesson<'run>(
    run: &'run [Measured],
    lesson: &str,
) -> Vec<&'run Measured> {
    run.iter().filter(|it| it.lesson == lesson).collect()
}

fn time_in<'run>(
    run: &[&'run Measured],
    id: &Id,
) -> Option<&'run Measured> {
    run.iter().copied().find(|it| it.id == *id)
}

/// Returns the spread of `id` between runs; of one run, that
/// within it.
fn spread_of_time(
    runs: &[Vec<&Measured>],
    id: &Id,
) -> Option<Spread> {
    let found = runs.iter().filter_map(|run| time_in(run, id));
    let found = found.collect::<Vec<_>>();
    let spread = match found.as_slice() {
        [only] => Spread {
            median: only.median_ns,
            low: only.low_ns,
            high: only.high_ns,
            runs: 1,
        },
        _ => Spread::of(found.iter().map(|it| it.median_ns))?,
    };
    Some(spread.rounded())
}

/// Returns the thread half that the async half `id` answers.
fn twin<'rows>(times: &'rows [Row], id: &Id) -> Option<&'rows Id> {
    twins(&id.name).into_iter().find_map(|name| {
        let twin = id.named(&name);
        times.iter().map(|row| &row.id).find(|it| **it == twin)
    })
}
