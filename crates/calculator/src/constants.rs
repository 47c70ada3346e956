//! `constants`: what the programs use, measured by `compare`.

mod runs;

use std::collections::BTreeMap;

use anyhow::Result;
use lesson::say;
use report::spread::Spread;
use serde::{Deserialize, Serialize};

use crate::{
    client::Client,
    compare::{ALL, Compare, Job, SEVERAL},
    model::Uses,
    recorded::Recorded,
    times::{Named, typed},
};
use runs::Runs;

/// The file, from the root of the workspace.
pub const FILE: &str = "docs/bench/constants.json";

/// How often all is measured; spreads are between these.
const TIMES: u32 = 5;

/// Rounds of each run; its figures are their medians.
const ROUNDS: u32 = 3;

/// Few requests, without a delay.
const FEW: Job =
    Job { requests: 200, concurrency: 20, delay_ms: 0, only: ALL };

/// Many of them: what they use more is the requests'.
const MANY: Job = Job { requests: 4_000, ..FEW };

/// All at once: what they use more is the units'.
const CROWD: Job = Job {
    requests: 1_000,
    concurrency: 1_000,
    delay_ms: 100,
    only: SEVERAL,
};

/// One by one with a delay: what they use more is the waking.
const SLOW: Job = Job {
    requests: 40,
    concurrency: 1,
    delay_ms: 25,
    only: "sequential",
};

/// With a delay: what each request uses more is the waiting.
const WAITING: Job = Job {
    requests: 1_000,
    concurrency: 50,
    delay_ms: 20,
    only: SEVERAL,
};

/// A constant that was measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Of which client.
    pub client: Client,
    /// Its name, as in [`Uses`].
    pub name: String,
    /// Seconds or bytes.
    #[serde(flatten)]
    pub spread: Spread,
}

impl Recorded<Row> {
    /// Returns those of `client`, by their names.
    pub fn of(&self, client: Client) -> Named {
        let rows = self.rows.iter();
        let rows = rows.filter(|row| row.client == client);
        rows.map(|row| (row.name.clone(), row.spread)).collect()
    }

    /// Returns what `client` uses.
    ///
    /// # Errors
    ///
    /// If a constant is missing.
    pub fn uses(&self, client: Client) -> Result<Uses> {
        typed(&self.of(client))
    }
}

/// Measures them.
///
/// # Errors
///
/// If a run fails.
pub(crate) fn measure(compare: &Compare) -> Result<Recorded<Row>> {
    let mut seen = BTreeMap::<(Client, &str), Vec<f64>>::new();
    for time in 1..=TIMES {
        say!("constants: {time} of {TIMES}");
        let runs = Runs::measure(compare)?;
        for client in Client::ALL {
            for (name, value) in runs.constants(client)? {
                let values = seen.entry((client, name));
                values.or_default().push(value);
            }
        }
    }
    let rows = seen.into_iter().filter_map(|(key, values)| {
        let (client, name) = (key.0, key.1.to_owned());
        let values = values.into_iter().map(rounded);
        let spread = Spread::of(values)?;
        Some(Row { client, name, spread })
    });
    Ok(Recorded::now("constants", rows.collect()))
}

/// Returns a constant with four digits, which is more than is
/// known of it.
fn rounded(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}
