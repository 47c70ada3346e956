//! What one more request at once costs and gains: the download, by
//! threads and by tasks, through client libraries and on bare
//! streams.
//!
//! Ids: `sequential`, `thread`, `async`, `raw_thread`,
//! `raw_async`; groups `download/delay MS/at once C`. All of them
//! ask the same server, save nothing and keep their connections
//! within a run. The async halves run on tokio's current-thread
//! runtime.

use std::{hint::black_box, sync::Arc, time::Duration};

use criterion::{
    BenchmarkId, Criterion, Throughput, criterion_group,
    criterion_main,
};
use flag_server::EmbeddedServer;
use flags::{
    Counts, Job, Report, country,
    dest::Dest,
    server::{Delay, Embedded, Kind, Wanted},
};
use tokio::runtime::{Builder, Runtime};

/// Delays of the server, in milliseconds.
const DELAYS: [u64; 2] = [0, 5];

/// Requests at once.
const AT_ONCE: [usize; 4] = [1, 5, 20, 50];

/// Downloads in one run.
const COUNT: usize = 200;

type Version = fn(&Runtime, &Arc<Job>, &mut Report) -> Counts;

const VERSIONS: [(&str, Version); 5] = [
    ("sequential", |_, job, report| {
        download::sequential::download_many(job, report)
    }),
    ("thread", |_, job, report| {
        download::thread::download_many(job, report)
    }),
    ("async", |runtime, job, report| {
        let run = download::r#async::download_many(job, report);
        runtime.block_on(run)
    }),
    ("raw_thread", |_, job, report| {
        download::raw::thread::download_many(job, report)
    }),
    ("raw_async", |runtime, job, report| {
        let run =
            download::raw::r#async::download_many(job, report);
        runtime.block_on(run)
    }),
];

fn download(criterion: &mut Criterion) {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime starts");
    for delay_ms in DELAYS {
        let delay = Duration::from_millis(delay_ms);
        let server = EmbeddedServer::start(&Wanted {
            kind: Kind::Delay,
            delay: Some(Delay { min: delay, max: delay }),
            seed: 1,
            codes: country::pop20(),
        })
        .expect("a server starts");
        for at_once in AT_ONCE {
            let name = format!(
                "download/delay {delay_ms} ms/{at_once} at once"
            );
            let mut group = criterion.benchmark_group(name);
            group.sample_size(10);
            group.throughput(Throughput::Elements(COUNT as u64));
            let job = || job(server.base(), at_once).into();
            // One after the other is what it is: it has one row.
            let versions =
                VERSIONS.iter().filter(|(version, _)| {
                    at_once == 1 || *version != "sequential"
                });
            for &(version, run) in versions {
                let id = BenchmarkId::from_parameter(version);
                group.bench_function(id, |bencher| {
                    bencher.iter(|| {
                        let mut report = Report::silent();
                        let counts =
                            run(&runtime, &job(), &mut report);
                        assert_eq!(counts.ok, COUNT);
                        black_box(counts)
                    });
                });
            }
        }
    }
}

fn job(base: &str, at_once: usize) -> Job {
    Job::new(
        country::pop20(),
        COUNT,
        at_once,
        base.parse().expect("a site"),
        Dest::Nowhere,
        Duration::from_secs(10),
    )
}

criterion_group!(benches, download);
criterion_main!(benches);
