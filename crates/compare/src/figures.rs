//! What several runs of one program came to.

use crate::{accounts::Costs, rounds::Spread};

/// The figures of one program, over all its runs; nothing where
/// the system did not tell one of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    /// Wall time in seconds.
    pub wall_s: Option<Spread>,
    /// CPU time in seconds.
    pub cpu_s: Option<Spread>,
    /// Peak memory in bytes.
    pub memory_bytes: Option<Spread>,
    /// Peak number of threads.
    pub threads: Option<Spread>,
    /// Context switches.
    pub switches: Option<Spread>,
}

impl Figures {
    /// Returns those of runs that took so many seconds and cost so
    /// much.
    pub fn of<'a>(
        runs: impl Iterator<Item = (f64, &'a Costs)> + Clone,
    ) -> Self {
        let costs = |figure: fn(&Costs) -> Option<f64>| {
            let figures =
                runs.clone().map(|(_, costs)| figure(costs));
            Spread::of(figures.collect::<Option<Vec<f64>>>()?)
        };
        Self {
            wall_s: Spread::of(runs.clone().map(|(wall, _)| wall)),
            cpu_s: costs(|it| Some(it.cpu?.as_secs_f64())),
            memory_bytes: costs(|it| {
                Some(it.peak_memory_bytes? as f64)
            }),
            threads: costs(|it| Some(it.peak_threads? as f64)),
            switches: costs(|it| Some(it.context_switches? as f64)),
        }
    }
}
