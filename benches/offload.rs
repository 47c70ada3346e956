//! What it costs to have another thread write a small file.
//!
//! Group: `offload`, 20 files of 2,760 bytes, an average flag, one
//! after the other: written into the system's cache, and removed,
//! since to overwrite a file can mean to wait for the disk.
//! Throughput: files.
//!
//! Ids: `thread` (`std::fs`), `spawn_blocking` (both calls of a
//! file handed to a thread of tokio's pool, and awaited), `async`
//! (`tokio::fs`, which hands over each call). The runtime is
//! tokio's current-thread one. One file after the other gains
//! nothing by that: what is measured is its price. (What the disk
//! itself takes varies tenfold; the lesson's step `fs` shows it.)

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use criterion::{
    Criterion, Throughput, criterion_group, criterion_main,
};
use flags::country;
use tokio::task;

mod support;
use support::{NO_PANIC, as_task, current_thread};

/// What is in each file.
static IMAGE: [u8; 2_760] = [7; 2_760];

/// What writing expects.
const ROOM: &str = "there is room for a file";

/// Writes a file and removes it; this thread waits.
fn blocking(path: &Path) -> io::Result<()> {
    fs::write(path, IMAGE)?;
    fs::remove_file(path)
}

/// Has another thread write a file and remove it.
async fn handing(path: PathBuf) -> io::Result<()> {
    let unit = task::spawn_blocking(move || blocking(&path));
    unit.await.expect(NO_PANIC)
}

/// Has another thread write a file, and then one remove it.
async fn awaiting(path: PathBuf) -> io::Result<()> {
    tokio::fs::write(&path, IMAGE).await?;
    tokio::fs::remove_file(path).await
}

/// Measures how long it takes to save all files so many times.
async fn repeat<F: Future<Output = io::Result<()>>>(
    times: u64,
    paths: Vec<PathBuf>,
    save: fn(PathBuf) -> F,
) -> Duration {
    let begun = Instant::now();
    for _ in 0..times {
        for path in &paths {
            save(path.clone()).await.expect(ROOM);
        }
    }
    begun.elapsed()
}

fn offload(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let codes = country::pop20().into_iter();
    let path = |code: flags::Code| folder.path().join(code.lower());
    let paths: Vec<_> = codes.map(path).collect();
    let runtime = current_thread();
    let mut group = criterion.benchmark_group("offload");
    group.throughput(Throughput::Elements(paths.len() as u64));
    group.bench_function("thread", |bencher| {
        bencher.iter(|| {
            for path in &paths {
                blocking(path).expect(ROOM);
            }
        });
    });
    group.bench_function("spawn_blocking", |bencher| {
        bencher.iter_custom(|times| {
            as_task(&runtime, repeat(times, paths.clone(), handing))
        });
    });
    group.bench_function("async", |bencher| {
        bencher.iter_custom(|times| {
            let work = repeat(times, paths.clone(), awaiting);
            as_task(&runtime, work)
        });
    });
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = offload
}
criterion_main!(benches);
