//! What it costs to save a small file, and to have another thread
//! do it.
//!
//! Groups: `offload/files`, 20 files of 2,760 bytes, an average
//! flag, one after the other, into the system's cache;
//! `offload/synced`, the same as the lesson does it: pressed to the
//! disk (`sync_all`), then renamed. Throughput: files.
//!
//! Ids: `thread` (`std::fs`), `spawn_blocking` (the same, handed to
//! a thread of tokio's pool and awaited), `async` (`tokio::fs`,
//! which hands over each of its calls). The runtime is tokio's
//! current-thread one. One file after the other gains nothing by
//! that: what is measured is its price.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group,
    criterion_main, measurement::WallTime,
};
use flags::{Code, country};
use tokio::task;

mod support;
use support::{NO_PANIC, as_task, current_thread};

/// Bytes of a file.
const SIZE: usize = 2_760;

/// What writing expects.
const ROOM: &str = "there is room for a file";

/// Where files are saved, and what is in each.
struct Desk {
    folder: PathBuf,
    image: Vec<u8>,
    codes: Vec<Code>,
}

impl Desk {
    fn new(folder: &Path) -> Arc<Self> {
        let (folder, codes) = (folder.into(), country::pop20());
        Arc::new(Self { folder, image: vec![7; SIZE], codes })
    }
}

/// Returns the file of `code`.
fn path(desk: &Desk, code: Code) -> PathBuf {
    desk.folder.join(format!("{}.gif", code.lower()))
}

/// Writes a file, into the system's cache.
fn write(desk: &Desk, code: Code) -> io::Result<()> {
    fs::write(path(desk, code), &desk.image)
}

/// Writes a file as the lesson does.
fn write_synced(desk: &Desk, code: Code) -> io::Result<()> {
    offload::fs::thread::write(&desk.folder, &desk.image, code)
}

type Write = fn(&Desk, Code) -> io::Result<()>;

/// Measures how long it takes to save all files so many times.
async fn repeat<F>(
    times: u64,
    desk: Arc<Desk>,
    write: impl Fn(Arc<Desk>, Code) -> F,
) -> Duration
where
    F: Future<Output = io::Result<()>>,
{
    let begun = Instant::now();
    for _ in 0..times {
        for &code in &desk.codes {
            write(desk.clone(), code).await.expect(ROOM);
        }
    }
    begun.elapsed()
}

/// Measures the three ways to write a file: `blocking` here,
/// `blocking` on another thread, and `awaiting`.
fn measure<F>(
    mut group: BenchmarkGroup<'_, WallTime>,
    desk: &Arc<Desk>,
    blocking: Write,
    awaiting: impl Fn(Arc<Desk>, Code) -> F + Copy + Send + 'static,
) where
    F: Future<Output = io::Result<()>> + Send + 'static,
{
    let runtime = current_thread();
    group.throughput(Throughput::Elements(desk.codes.len() as u64));
    group.bench_function("thread", |bencher| {
        bencher.iter(|| {
            for &code in &desk.codes {
                blocking(desk, code).expect(ROOM);
            }
        });
    });
    let handing = move |desk: Arc<Desk>, code| async move {
        let unit =
            task::spawn_blocking(move || blocking(&desk, code));
        unit.await.expect(NO_PANIC)
    };
    group.bench_function("spawn_blocking", |bencher| {
        bencher.iter_custom(|times| {
            as_task(&runtime, repeat(times, desk.clone(), handing))
        });
    });
    group.bench_function("async", |bencher| {
        bencher.iter_custom(|times| {
            as_task(&runtime, repeat(times, desk.clone(), awaiting))
        });
    });
}

fn offload(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = Desk::new(folder.path());
    let group = criterion.benchmark_group("offload/files");
    measure(group, &desk, write, |desk, code| async move {
        let path = path(&desk, code);
        tokio::fs::write(path, &desk.image).await
    });
    let group = criterion.benchmark_group("offload/synced");
    measure(group, &desk, write_synced, |desk, code| async move {
        let Desk { folder, image, .. } = &*desk;
        offload::fs::r#async::write(folder, image, code).await
    });
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = offload
}
criterion_main!(benches);
