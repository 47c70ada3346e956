//! All rungs in turn, again and again.

use crate::{Nanoseconds, NotMeasured, Rung, Spread, probe::Probe};

/// What came of a rung.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The rung.
    pub rung: Rung,
    /// Its figures, or why there are none.
    pub outcome: Result<Spread, NotMeasured>,
}

impl Measured {
    /// Returns its figures, if there are any.
    pub fn spread(&self) -> Option<&Spread> {
        self.outcome.as_ref().ok()
    }
}

/// Takes a sample of each rung in each of `rounds` rounds, so that
/// whatever disturbs the machine for a while disturbs all alike. A
/// round before them, in which everything is still cold, does not
/// count.
///
/// A rung that fails once is measured no more: its other rounds
/// would say something else than the reader thinks.
pub fn measure(
    probes: Vec<(Rung, Probe)>,
    rounds: usize,
) -> Vec<Measured> {
    let mut running: Vec<(Rung, Probe, Vec<Nanoseconds>)> = probes
        .into_iter()
        .map(|(rung, probe)| (rung, probe, Vec::new()))
        .collect();
    for round in 0..=rounds {
        for (_, probe, samples) in &mut running {
            let Ok(sample) = probe else { continue };
            match sample() {
                Ok(time) if round > 0 => samples.push(time),
                Ok(_) => {}
                Err(reason) => *probe = Err(reason),
            }
        }
    }
    let ends = running.into_iter().map(|(rung, probe, samples)| {
        let outcome = probe.and_then(|_| {
            let none = || NotMeasured::because("no rounds");
            Spread::of(&samples).ok_or_else(none)
        });
        Measured { rung, outcome }
    });
    ends.collect()
}

/// Returns those that were measured, the shortest median first.
pub fn ascending(measured: &[Measured]) -> Vec<(Rung, &Spread)> {
    let mut list: Vec<(Rung, &Spread)> = measured
        .iter()
        .filter_map(|it| Some((it.rung, it.spread()?)))
        .collect();
    list.sort_by(|(_, one), (_, other)| {
        one.median.total_cmp(&other.median)
    });
    list
}

/// Returns the figures of `rung`, if it was measured.
pub fn find(measured: &[Measured], rung: Rung) -> Option<&Spread> {
    measured.iter().find(|it| it.rung == rung)?.spread()
}
