//! One run of each job, and the constants that it shows.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use super::{CROWD, FEW, MANY, ROUNDS, SLOW, WAITING};
use crate::{
    client::{Client, Way},
    compare::{Compare, Job, Measured},
};

type Run = BTreeMap<String, Measured>;

/// One run of each job.
pub(super) struct Runs {
    few: Run,
    many: Run,
    crowd: Run,
    slow: Run,
    waiting: Run,
}

impl Runs {
    pub(super) fn measure(compare: &Compare) -> Result<Self> {
        Ok(Self {
            few: compare.run(FEW, ROUNDS)?,
            many: compare.run(MANY, ROUNDS)?,
            crowd: compare.run(CROWD, ROUNDS)?,
            slow: compare.run(SLOW, ROUNDS)?,
            waiting: compare.run(WAITING, ROUNDS)?,
        })
    }

    /// Returns what these runs say; nothing is less than nothing.
    pub(super) fn constants(
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
