//! `constants`: what the programs use, measured by `compare`.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use lesson::say;
use report::spread::Spread;
use serde::{Deserialize, Serialize};

use crate::{
    client::{Client, Way},
    compare::{ALL, Compare, Job, Measured, SEVERAL},
    model::Uses,
    recorded::Recorded,
    times::{Named, typed},
};

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

type Run = BTreeMap<String, Measured>;

/// One run of each job.
struct Runs {
    few: Run,
    many: Run,
    crowd: Run,
    slow: Run,
    waiting: Run,
}

impl Runs {
    fn measure(compare: &Compare) -> Result<Self> {
        Ok(Self {
            few: compare.run(FEW, ROUNDS)?,
            many: compare.run(MANY, ROUNDS)?,
            crowd: compare.run(CROWD, ROUNDS)?,
            slow: compare.run(SLOW, ROUNDS)?,
            waiting: compare.run(WAITING, ROUNDS)?,
        })
    }

    /// Returns what these runs say; nothing is less than nothing.
    fn constants(
        &self,
        client: Client,
    ) -> Result<Vec<(&'static str, f64)>> {
        let get = |run: &Run, way| {
            let name = client.version(way);
            let measured = run.get(name).copied();
            let measured = measured.with_context(|| {
                format!("compare tells nothing of {name}")
            });
            Ok::<_, anyhow::Error>(measured?.cost)
        };
        let requests = |job: Job| f64::from(job.requests);
        let [few, many, crowd, slow] =
            [FEW, MANY, CROWD, SLOW].map(requests);
        let request = |way| {
            let more = get(&self.many, way)?.cpu;
            let more = more - get(&self.few, way)?.cpu;
            Ok::<f64, anyhow::Error>(more / (many - few))
        };
        let units: f64 =
            (CROWD.concurrency - FEW.concurrency).into();
        let unit = |way| {
            let all = get(&self.crowd, way)?.cpu;
            let of_few = get(&self.few, way)?.cpu;
            let of_requests = (crowd - few) * request(way)?;
            let more = all - of_few - of_requests;
            Ok::<f64, anyhow::Error>(more / units)
        };
        let room = |way| {
            let more = get(&self.crowd, way)?.memory;
            let more = more - get(&self.few, way)?.memory;
            Ok::<f64, anyhow::Error>(more / units)
        };
        let alone = get(&self.few, Way::Sequential)?;
        let one = request(Way::Sequential)?;
        let base = alone.cpu - few * one;
        let woken = get(&self.slow, Way::Sequential)?.cpu;
        let wake = (woken - base) / slow - one;
        let waited = |way| {
            let Job { requests, concurrency, .. } = WAITING;
            let turns = requests.div_ceil(concurrency);
            let [requests, concurrency, turns] =
                [requests, concurrency, turns].map(f64::from);
            let units = concurrency * unit(way)?;
            let all = get(&self.waiting, way)?.cpu;
            let more = all - base - units - turns * wake;
            let each = more / requests - request(way)?;
            Ok::<f64, anyhow::Error>(each)
        };
        let task_room = room(Way::Task)?;
        let task_few = get(&self.few, Way::Task)?.memory;
        let at_once: f64 = FEW.concurrency.into();
        let runtime = task_few - at_once * task_room - alone.memory;
        let found = [
            ("cpu_base", base),
            ("cpu_wake", wake),
            ("cpu_wait_thread", waited(Way::Thread)?),
            ("cpu_wait_task", waited(Way::Task)?),
            ("cpu_request", one),
            ("cpu_request_thread", request(Way::Thread)?),
            ("cpu_request_task", request(Way::Task)?),
            ("cpu_thread", unit(Way::Thread)?),
            ("cpu_task", unit(Way::Task)?),
            ("memory_base", alone.memory),
            ("memory_runtime", runtime),
            ("memory_thread", room(Way::Thread)?),
            ("memory_task", task_room),
        ];
        let found = found.into_iter();
        Ok(found.map(|(name, it)| (name, it.max(0.0))).collect())
    }
}
