//! A permit and a lock: taken and given back, when nobody else
//! wants it, and when many do.
//!
//! Groups: `semaphore/uncontended`, one unit that is alone;
//! `semaphore/permit` and `semaphore/mutex`, over the number of
//! units that want the same thing. There, one iteration is that
//! each unit has had it once, and whoever has it lets others run
//! before giving it back (`yield_now`): on one thread nobody would
//! ever wait otherwise. Throughput: takings.
//!
//! Ids: `thread` (`permits::Semaphore`, `std::sync::Mutex`);
//! `async` (tokio's, on the current-thread runtime) and
//! `async_multi_thread` (two threads). In the first group:
//! `permit_thread`, `permit_async`, `mutex_thread`, `mutex_async`.

use std::{
    sync::{Arc, Barrier, Mutex},
    thread,
    time::{Duration, Instant},
};

use criterion::{
    BenchmarkId, Criterion, Throughput, criterion_group,
    criterion_main,
};
use permits::Semaphore;
use tokio::{
    sync::{
        Barrier as TaskBarrier, Mutex as TaskMutex,
        Semaphore as TaskSemaphore,
    },
    task,
};

mod support;
use support::{FLAVOURS, NO_PANIC, as_task, current_thread};

/// Units that want the same permit or lock.
const UNITS: [usize; 4] = [1, 2, 8, 64];

/// What taking a permit expects.
const OPEN: &str = "nobody closes the semaphore";

/// Measures how long `units` threads take to do `once` so many
/// times each.
fn threads(
    units: usize,
    times: u64,
    once: impl Fn() + Sync,
) -> Duration {
    let start = Barrier::new(units + 1);
    let (start, once) = (&start, &once);
    let mut begun = Instant::now();
    thread::scope(|scope| {
        for _ in 0..units {
            scope.spawn(move || {
                start.wait();
                (0..times).for_each(|_| once());
            });
        }
        start.wait();
        begun = Instant::now();
    });
    begun.elapsed()
}

/// Measures how long `units` tasks take to do `once` so many times
/// each.
async fn tasks<F>(
    units: usize,
    times: u64,
    once: impl Fn() -> F + Clone + Send + 'static,
) -> Duration
where
    F: Future<Output = ()> + Send,
{
    let start = Arc::new(TaskBarrier::new(units + 1));
    let units = (0..units).map(|_| {
        let (start, once) = (start.clone(), once.clone());
        task::spawn(async move {
            start.wait().await;
            for _ in 0..times {
                once().await;
            }
        })
    });
    let units: Vec<_> = units.collect();
    start.wait().await;
    let begun = Instant::now();
    for unit in units {
        unit.await.expect(NO_PANIC);
    }
    begun.elapsed()
}

fn uncontended(criterion: &mut Criterion) {
    let runtime = current_thread();
    let name = "semaphore/uncontended";
    let mut group = criterion.benchmark_group(name);
    group.bench_function("permit_thread", |bencher| {
        let semaphore = Semaphore::new(1);
        bencher.iter(|| drop(semaphore.acquire().expect(OPEN)));
    });
    group.bench_function("permit_async", |bencher| {
        bencher.iter_custom(|times| {
            as_task(&runtime, async move {
                let semaphore = TaskSemaphore::new(1);
                let begun = Instant::now();
                for _ in 0..times {
                    drop(semaphore.acquire().await.expect(OPEN));
                }
                begun.elapsed()
            })
        });
    });
    group.bench_function("mutex_thread", |bencher| {
        let mutex = Mutex::new(());
        bencher.iter(|| drop(mutex.lock().expect(NO_PANIC)));
    });
    group.bench_function("mutex_async", |bencher| {
        bencher.iter_custom(|times| {
            as_task(&runtime, async move {
                let mutex = TaskMutex::new(());
                let begun = Instant::now();
                for _ in 0..times {
                    drop(mutex.lock().await);
                }
                begun.elapsed()
            })
        });
    });
}

/// Measures `blocking` by threads and `asking` by tasks, over the
/// number of units.
fn contended<F>(
    criterion: &mut Criterion,
    name: &str,
    blocking: impl Fn() + Sync,
    asking: impl Fn() -> F + Clone + Send + 'static,
) where
    F: Future<Output = ()> + Send + 'static,
{
    let mut group = criterion.benchmark_group(name);
    for units in UNITS {
        group.throughput(Throughput::Elements(units as u64));
        let id = BenchmarkId::new("thread", units);
        group.bench_function(id, |bencher| {
            bencher.iter_custom(|times| {
                threads(units, times, &blocking)
            });
        });
        for (name, start) in FLAVOURS {
            let runtime = start();
            let id = BenchmarkId::new(name, units);
            group.bench_function(id, |bencher| {
                bencher.iter_custom(|times| {
                    let work = tasks(units, times, asking.clone());
                    as_task(&runtime, work)
                });
            });
        }
    }
}

fn permit(criterion: &mut Criterion) {
    let semaphore = Semaphore::new(1);
    let blocking = || {
        let permit = semaphore.acquire().expect(OPEN);
        thread::yield_now();
        drop(permit);
    };
    let semaphore = Arc::new(TaskSemaphore::new(1));
    let asking = move || {
        let semaphore = semaphore.clone();
        async move {
            let permit = semaphore.acquire().await.expect(OPEN);
            task::yield_now().await;
            drop(permit);
        }
    };
    contended(criterion, "semaphore/permit", blocking, asking);
}

fn mutex(criterion: &mut Criterion) {
    let mutex = Mutex::new(());
    let blocking = || {
        let guard = mutex.lock().expect(NO_PANIC);
        thread::yield_now();
        drop(guard);
    };
    let mutex = Arc::new(TaskMutex::new(()));
    let asking = move || {
        let mutex = mutex.clone();
        async move {
            let guard = mutex.lock().await;
            task::yield_now().await;
            drop(guard);
        }
    };
    contended(criterion, "semaphore/mutex", blocking, asking);
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = uncontended, permit, mutex
}
criterion_main!(benches);
