//! A unit for each flag, all of them started at once: what starting
//! so many costs, beside the few units of `download` that take one
//! flag after the other.
//!
//! Group: `as-completed`, 20 flags and 194, from a server that
//! answers after 5 ms. Throughput: flags.
//!
//! Ids: `thread`, `async` (tokio's current-thread runtime),
//! `async_multi_thread` (two threads).

use std::{hint::black_box, time::Duration};

use as_completed::{r#async, thread};
use criterion::{
    BenchmarkId, Criterion, Throughput, criterion_group,
    criterion_main,
};
use flags::Outcome;

mod support;
use support::{FLAVOURS, downloads};

/// How long the server lets each request wait.
const DELAY: Duration = Duration::from_millis(5);

/// Flags, all asked for at once.
const COUNTS: [usize; 2] = [20, 194];

/// Takes what has ended: one flag.
fn take(outcome: Outcome) {
    black_box(outcome.result.expect("a flag"));
}

fn as_completed(criterion: &mut Criterion) {
    let server = downloads::server(DELAY);
    let mut group = criterion.benchmark_group("as-completed");
    for count in COUNTS {
        group.throughput(Throughput::Elements(count as u64));
        let job = || downloads::job(&server, count, count);
        let id = BenchmarkId::new("thread", count);
        group.bench_function(id, |bencher| {
            bencher.iter(|| thread::download_many(&job(), take));
        });
        for (name, start) in FLAVOURS {
            let runtime = start();
            let id = BenchmarkId::new(name, count);
            group.bench_function(id, |bencher| {
                bencher.iter(|| {
                    let job = job();
                    let run = r#async::download_many(&job, take);
                    runtime.block_on(run);
                });
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = as_completed
}
criterion_main!(benches);
