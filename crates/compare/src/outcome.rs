//! What all the runs came to.

use std::time::Duration;

use flag_server::Stats;

use crate::{
    accounts::Costs, child::Said, figures::Figures, job::Job,
    rounds::Spread, version::Version,
};

/// As many failed downloads of a version are told one by one.
const TOLD: usize = 3;

/// One run of one version, to its end.
#[derive(Clone, Debug)]
pub struct Run {
    /// What the program said.
    pub said: Said,
    /// What it cost.
    pub costs: Costs,
    /// What its server said.
    pub server: Stats,
}

impl Run {
    /// Returns the delay that the server applied on average.
    fn mean_delay(&self) -> Duration {
        let seconds = self.server.delay_ms.mean / 1_000.0;
        Duration::try_from_secs_f64(seconds).unwrap_or_default()
    }
}

/// All the runs of one version.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Which one.
    pub version: Version,
    /// Those that came to an end, in order.
    pub runs: Vec<Run>,
    /// Why others did not, a sentence each.
    pub problems: Vec<String>,
}

/// The runs of all versions.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What was to be done.
    pub job: Job,
    /// How it went, in the order of the table.
    pub measured: Vec<Measured>,
    /// How what they saved differs, a sentence each; nothing at
    /// all if there was nothing to compare.
    pub differences: Option<Vec<String>>,
}

impl Measured {
    /// Makes room for the runs of `version`.
    pub fn none_yet(version: Version) -> Self {
        Self { version, runs: Vec::new(), problems: Vec::new() }
    }

    /// Returns what the runs came to.
    pub fn figures(&self) -> Figures {
        let runs = self.runs.iter();
        Figures::of(runs.map(|run| (run.said.wall_s, &run.costs)))
    }

    /// Returns the time in seconds that `job` would take this
    /// version, if nothing but the delay that its server measured
    /// took time.
    pub fn ideal_s(&self, job: &Job) -> Option<f64> {
        let ideal =
            |run: &Run| job.ideal(self.version, run.mean_delay());
        let ideals = self.runs.iter().map(ideal);
        let ideals = ideals.map(|ideal| ideal.as_secs_f64());
        Some(Spread::of(ideals)?.median)
    }

    /// Returns the run in which most downloads failed: each run
    /// asks for the same, so that one stands for all.
    pub fn worst(&self) -> Option<&Run> {
        self.runs.iter().min_by_key(|run| run.said.ok)
    }

    /// Tells whether all of `job` was done in every round; only
    /// then its times may be compared with others'.
    pub fn is_complete(&self, job: &Job) -> bool {
        self.problems.is_empty()
            && self
                .worst()
                .is_some_and(|run| run.said.ok == job.flags)
    }

    /// Returns a sentence about each run that failed in part.
    fn failures(&self) -> impl Iterator<Item = String> {
        let failed = |run: &Run| {
            let Said { asked, error, failures, .. } = &run.said;
            let told = failures.iter().take(TOLD);
            let told: Vec<String> = told
                .map(|failure| {
                    format!("{}: {}", failure.cc, failure.error)
                })
                .collect();
            let more = if told.len() < failures.len() {
                ", and so on"
            } else {
                ""
            };
            (*error > 0).then(|| {
                format!(
                    "{}: {error} of {asked} downloads failed \
                     ({}{more}).",
                    self.version,
                    told.join(", "),
                )
            })
        };
        self.runs.iter().filter_map(failed)
    }
}

impl Outcome {
    /// Tells whether all versions saved the same bytes, if that
    /// could be seen.
    pub fn is_identical(&self) -> Option<bool> {
        self.differences.as_ref().map(Vec::is_empty)
    }

    /// Returns a sentence about everything that went wrong.
    pub fn problems(&self) -> Vec<String> {
        let of_runs = self.measured.iter().flat_map(|measured| {
            let problems = measured.problems.iter().cloned();
            problems.chain(measured.failures())
        });
        let of_files = self.differences.iter().flatten().cloned();
        of_runs.chain(of_files).collect()
    }

    /// Returns the runs of `version`, if it did everything.
    pub fn complete(&self, version: Version) -> Option<&Measured> {
        self.measured.iter().find(|measured| {
            measured.version == version
                && measured.is_complete(&self.job)
        })
    }
}
