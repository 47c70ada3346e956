//! Downloads: a server, a job, and the versions of the lesson.

use std::{hint::black_box, sync::Arc, time::Duration};

use criterion::{
    BenchmarkGroup, BenchmarkId, Throughput, measurement::WallTime,
};
use download::{r#async, raw, sequential, thread};
use flag_server::EmbeddedServer;
use flags::{
    Counts, Job, Report, country,
    dest::Dest,
    server::{Delay, Embedded, Kind, Wanted},
};
use tokio::runtime::Runtime;

use super::{current_thread, multi_thread};

/// A way to download all flags of a job.
pub(crate) type Version =
    fn(&Runtimes, &Arc<Job>, &mut Report) -> Counts;

/// tokio's two flavours, started.
pub(crate) struct Runtimes {
    pub(crate) current_thread: Runtime,
    pub(crate) multi_thread: Runtime,
}

impl Runtimes {
    /// Starts both.
    pub(crate) fn start() -> Self {
        Self {
            current_thread: current_thread(),
            multi_thread: multi_thread(),
        }
    }
}

/// One after the other, by `ureq`.
pub(crate) fn sequential(
    _: &Runtimes,
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    sequential::download_many(job, report)
}

/// By threads and `ureq`.
pub(crate) fn ureq(
    _: &Runtimes,
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    thread::download_many(job, report)
}

/// By tasks on one thread and `reqwest`.
pub(crate) fn reqwest(
    on: &Runtimes,
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let run = r#async::download_many(job, report);
    on.current_thread.block_on(run)
}

/// By tasks on several threads and `reqwest`.
pub(crate) fn reqwest_multi_thread(
    on: &Runtimes,
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let run = r#async::download_many(job, report);
    on.multi_thread.block_on(run)
}

/// By threads on bare streams.
pub(crate) fn raw_thread(
    _: &Runtimes,
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    raw::thread::download_many(job, report)
}

/// By tasks on one thread, on bare streams.
pub(crate) fn raw_async(
    on: &Runtimes,
    job: &Arc<Job>,
    report: &mut Report,
) -> Counts {
    let run = raw::r#async::download_many(job, report);
    on.current_thread.block_on(run)
}

/// Starts a server that answers each request after `delay`. It has
/// a thread of its own, in this process.
pub(crate) fn server(delay: Duration) -> EmbeddedServer {
    EmbeddedServer::start(&Wanted {
        kind: Kind::Delay,
        delay: Some(Delay { min: delay, max: delay }),
        seed: 1,
        codes: country::pop20(),
    })
    .expect("a server starts")
}

/// Returns a job of `count` downloads from `server`, `at_once` of
/// them under way at a time, which saves nothing.
pub(crate) fn job(
    server: &EmbeddedServer,
    count: usize,
    at_once: usize,
) -> Arc<Job> {
    Arc::new(Job::new(
        country::pop20(),
        count,
        at_once,
        server.base().parse().expect("a site"),
        Dest::Nowhere,
        Duration::from_secs(10),
    ))
}

/// Measures `version` as the id `name`/`at`, on a fresh job of
/// `new_job` each time.
pub(crate) fn measure(
    group: &mut BenchmarkGroup<'_, WallTime>,
    (name, version): (&str, Version),
    at: usize,
    runtimes: &Runtimes,
    new_job: impl Fn() -> Arc<Job>,
) {
    let count = new_job().count();
    group.throughput(Throughput::Elements(count as u64));
    group.bench_function(BenchmarkId::new(name, at), |bencher| {
        bencher.iter(|| {
            let mut report = Report::silent();
            let job = new_job();
            let counts = version(runtimes, &job, &mut report);
            assert_eq!(counts.ok, count);
            black_box(counts)
        });
    });
}
