//! `predict`: predictions beside real runs.

use anyhow::Result;
use lesson::say;
use report::{figures::Figures, machine::Machine};
use serde::{Deserialize, Serialize};

use crate::{
    client::{Client, Way},
    compare::{ALL, Compare, Job, SEVERAL},
    constants,
    model::{Case, Cost, predict},
    recorded::Recorded,
    times::times,
};

/// The file, from the root of the workspace.
pub const FILE: &str = "docs/bench/predictions.json";

/// Rounds of each case; its figures are their medians.
const ROUNDS: u32 = 5;

/// What is predicted and run: none of it is what the constants
/// were measured with.
const JOBS: [Job; 6] = [
    job(20, 5, 250, ALL),
    job(100, 10, 20, ALL),
    job(1_200, 100, 50, SEVERAL),
    job(2_000, 250, 100, SEVERAL),
    job(600, 600, 250, SEVERAL),
    job(8_000, 40, 0, ALL),
];

const fn job(
    requests: u32,
    concurrency: u32,
    delay_ms: u32,
    only: &'static str,
) -> Job {
    Job { requests, concurrency, delay_ms, only }
}

/// A prediction, and what was measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// How many requests.
    pub requests: u32,
    /// How many at once.
    pub concurrency: u32,
    /// How long the server was to wait, in milliseconds.
    pub delay_ms: u32,
    /// By which client.
    pub client: Client,
    /// In which way.
    pub way: Way,
    /// How long the server did wait, in seconds: what the
    /// prediction is told.
    pub delay: f64,
    /// What the model says.
    pub predicted: Cost,
    /// What compare says: medians, and the peak of memory.
    pub measured: Cost,
}

/// A figure of a [`Cost`].
pub type Figure = fn(&Cost) -> f64;

/// Wall time, CPU time, memory.
pub const FIGURES: [Figure; 3] =
    [|cost| cost.wall, |cost| cost.cpu, |cost| cost.memory];

impl Row {
    /// Returns by how much `figure` is predicted too high, as a
    /// part of what was measured; below 0, too low.
    pub fn error(&self, figure: Figure) -> f64 {
        figure(&self.predicted) / figure(&self.measured) - 1.0
    }
}

impl Recorded<Row> {
    /// Returns how far `figure` is off in each row, whether too
    /// high or too low; the best one first.
    fn errors(&self, figure: Figure) -> Vec<(f64, &Row)> {
        let rows = self.rows.iter();
        let errors = rows.map(|row| (row.error(figure).abs(), row));
        let mut errors = errors.collect::<Vec<_>>();
        errors.sort_by(|one, other| one.0.total_cmp(&other.0));
        errors
    }

    /// Returns by how much `part` of the predictions of `figure`
    /// are off at the most: 0.5 for half of them.
    pub fn off(&self, figure: Figure, part: f64) -> Option<f64> {
        Some(self.at(figure, part)?.0)
    }

    /// Returns the row that is off by that much, too.
    pub fn at(
        &self,
        figure: Figure,
        part: f64,
    ) -> Option<(f64, &Row)> {
        let errors = self.errors(figure);
        let count = (errors.len() as f64 * part).ceil() as usize;
        let place = count.saturating_sub(1);
        errors.get(place).copied()
    }
}

/// Predicts and runs all cases.
///
/// # Errors
///
/// If a run fails, or a constant is missing.
pub(crate) fn measure(
    compare: &Compare,
    figures: &Figures,
    constants: &Recorded<constants::Row>,
) -> Result<Recorded<Row>> {
    let cores = Machine::here().cores as f64;
    let mut rows = Vec::new();
    for job in JOBS {
        let Job { requests, concurrency, delay_ms, .. } = job;
        say!(
            "{requests} requests, {concurrency} at once, \
             {delay_ms} ms: {ROUNDS} rounds"
        );
        let run = compare.run(job, ROUNDS)?;
        for client in Client::ALL {
            let times = times(figures, client)?;
            let uses = constants.uses(client)?;
            for way in Way::ALL {
                // One by one there is one client, told once.
                let again = client == Client::Raw;
                if way == Way::Sequential && again {
                    continue;
                }
                let it = run.get(client.version(way));
                let Some(it) = it else { continue };
                let delay = it.delay;
                let case = Case {
                    requests: requests.into(),
                    concurrency: concurrency.into(),
                    delay,
                    work: uses.cpu_request_task,
                    cores,
                    held: 0.0,
                };
                let costs = predict(&case, &times, &uses);
                let predicted = costs.of(way).rounded();
                let measured = it.cost.rounded();
                rows.push(Row {
                    requests,
                    concurrency,
                    delay_ms,
                    client,
                    way,
                    delay,
                    predicted,
                    measured,
                });
            }
        }
    }
    Ok(Recorded::now("predict", rows))
}
