//! For how long a permit is held, when a download takes two
//! requests: what that does to the time of all.
//!
//! Group: `countries`, 40 flags with their metadata, 5 permits, 20
//! downloads under way, from a server that answers after 5 ms; each
//! download has 5 ms of something else to wait for, too.
//! Throughput: flags.
//!
//! Ids: `thread`, `async` (tokio's current-thread runtime) and
//! `async_multi_thread` (two threads), each with the lesson's
//! `held` (one permit for both requests and what is between them),
//! `each` (a permit for each request), `both` (the same, both
//! requests at once).

use std::{sync::Arc, time::Duration};

use countries::{
    Book, Hold, Plan,
    many::{r#async, thread},
};
use criterion::{
    Bencher, BenchmarkId, Criterion, Throughput, criterion_group,
    criterion_main,
};
use flags::{Counts, Job, Report};

mod support;
use support::{FLAVOURS, downloads};

/// How long the server lets each request wait.
const DELAY: Duration = Duration::from_millis(5);

/// What else there is to wait for, in each download.
const WORK: Duration = Duration::from_millis(5);

/// Flags, permits, and downloads under way at once.
const COUNT: usize = 40;
const PERMITS: usize = 5;
const UNITS: usize = 20;

/// Measures a download of fresh jobs.
fn measure(
    bencher: &mut Bencher<'_>,
    job: impl Fn() -> Arc<Job>,
    run: impl Fn(&Arc<Job>, &mut Book<'_>) -> Counts,
) {
    bencher.iter(|| {
        let mut report = Report::silent();
        let counts = run(&job(), &mut Book::new(&mut report));
        assert_eq!(counts.ok, COUNT);
    });
}

fn countries(criterion: &mut Criterion) {
    let server = downloads::server(DELAY);
    let job = || downloads::job(&server, COUNT, PERMITS);
    let mut group = criterion.benchmark_group("countries");
    group.throughput(Throughput::Elements(COUNT as u64));
    for hold in Hold::ALL {
        let (permits, units) = (PERMITS, UNITS);
        let plan = Plan { hold, permits, units, work: Some(WORK) };
        let id = BenchmarkId::new("thread", hold.name());
        group.bench_function(id, |bencher| {
            measure(bencher, job, |job, book| {
                thread::download_many(job, plan, book)
            });
        });
        for (name, start) in FLAVOURS {
            let runtime = start();
            let id = BenchmarkId::new(name, hold.name());
            group.bench_function(id, |bencher| {
                measure(bencher, job, |job, book| {
                    let run = r#async::download_many;
                    runtime.block_on(run(job, plan, book))
                });
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = countries
}
criterion_main!(benches);
