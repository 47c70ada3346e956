//! Spawn and join: what a unit costs that does nothing.
//!
//! Group: `spawn`, one unit at a time, and 100 that are all started
//! before the first is joined. Throughput: units.
//!
//! Ids:
//! - `thread`: `thread::spawn`; `scoped`: the same in a scope
//! - `pool`: handed to a pool of two threads that are there already
//! - `future`: awaited in place, and no unit at all
//! - `async`: `tokio::spawn` on the current-thread runtime;
//!   `async_multi_thread`: on the multi-thread one, two threads,
//!   from a task to another
//! - `spawn_blocking`: from the current-thread runtime to a thread
//!   of tokio's pool that is there already

use std::{
    hint::black_box,
    thread,
    time::{Duration, Instant},
};

use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput,
    criterion_group, criterion_main, measurement::WallTime,
};
use futures_vs_tasks::Pool;
use tokio::{runtime::Runtime, task};

mod support;
use support::{FLAVOURS, NO_PANIC, THREADS, as_task};

/// Units that are started before the first is joined.
const UNITS: [usize; 2] = [1, 100];

/// What each unit does.
fn work() -> usize {
    black_box(42)
}

/// Spawns threads, and joins them.
fn threads(units: usize) -> usize {
    let units = (0..units).map(|_| thread::spawn(work));
    let units: Vec<_> = units.collect();
    let ends = units.into_iter().map(|it| it.join());
    ends.map(|end| end.expect(NO_PANIC)).sum()
}

/// Spawns threads in a scope, and joins them.
fn scoped(units: usize) -> usize {
    thread::scope(|scope| {
        let units = (0..units).map(|_| scope.spawn(work));
        let units: Vec<_> = units.collect();
        let ends = units.into_iter().map(|it| it.join());
        ends.map(|end| end.expect(NO_PANIC)).sum()
    })
}

/// Submits to a pool, and waits for the results.
fn pool(pool: &Pool, units: usize) -> usize {
    let units = (0..units).map(|_| pool.submit(work));
    let units: Vec<_> = units.collect();
    let ends = units.into_iter().map(|it| it.result(None));
    ends.map(|end| end.expect(NO_PANIC)).sum()
}

/// Awaits futures in place, one after the other.
async fn futures(units: usize) -> usize {
    let mut sum = 0;
    for _ in 0..units {
        sum += async { work() }.await;
    }
    sum
}

/// Spawns tasks, and awaits them.
async fn tasks(units: usize) -> usize {
    let units = (0..units).map(|_| task::spawn(async { work() }));
    let units: Vec<_> = units.collect();
    let mut sum = 0;
    for unit in units {
        sum += unit.await.expect(NO_PANIC);
    }
    sum
}

/// Hands functions to tokio's pool, and awaits them.
async fn blocking(units: usize) -> usize {
    let units = (0..units).map(|_| task::spawn_blocking(work));
    let units: Vec<_> = units.collect();
    let mut sum = 0;
    for unit in units {
        sum += unit.await.expect(NO_PANIC);
    }
    sum
}

/// Measures something async, from inside a task.
fn measure_async<F>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    runtime: &Runtime,
    units: usize,
    run: fn(usize) -> F,
) where
    F: Future<Output = usize> + Send + 'static,
{
    let id = BenchmarkId::new(name, units);
    group.bench_function(id, |bencher| {
        bencher.iter_custom(|times| {
            as_task(runtime, repeat(times, units, run))
        });
    });
}

async fn repeat<F: Future<Output = usize>>(
    times: u64,
    units: usize,
    run: fn(usize) -> F,
) -> Duration {
    let begun = Instant::now();
    for _ in 0..times {
        black_box(run(units).await);
    }
    begun.elapsed()
}

fn spawn(criterion: &mut Criterion) {
    let waiting = Pool::new(THREADS);
    let mut group = criterion.benchmark_group("spawn");
    for units in UNITS {
        group.throughput(Throughput::Elements(units as u64));
        let id = |name| BenchmarkId::new(name, units);
        group.bench_function(id("thread"), |bencher| {
            bencher.iter(|| threads(units));
        });
        group.bench_function(id("scoped"), |bencher| {
            bencher.iter(|| scoped(units));
        });
        group.bench_function(id("pool"), |bencher| {
            bencher.iter(|| pool(&waiting, units));
        });
        let group = &mut group;
        let one_thread = support::current_thread();
        measure_async(group, "future", &one_thread, units, futures);
        for (name, start) in FLAVOURS {
            measure_async(group, name, &start(), units, tasks);
        }
        let name = "spawn_blocking";
        measure_async(group, name, &one_thread, units, blocking);
    }
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = spawn
}
criterion_main!(benches);
