//! There and back: a unit hands something to another one, waits,
//! and gets it back. What one switch costs is half of that.
//!
//! Group: `handover`. Ids of threads:
//! - `thread_park`: a flag, `park` and `unpark`
//! - `thread_std_mpsc`, `thread_crossbeam`: a bounded channel each
//!   way
//!
//! Ids of tokio's tasks, by its bounded mpsc channel or by oneshot
//! channels that carry the way back:
//! - `async_mpsc`, `async_oneshot`: two tasks of one thread
//! - `async_mpsc_multi_thread`, `async_oneshot_multi_thread`: two
//!   tasks of the multi-thread runtime, whose scheduler puts them
//!   where it likes: two threads
//! - `async_mpsc_two_threads`, `async_oneshot_two_threads`: a task
//!   each on two threads, a current-thread runtime on either
//!
//! Mind what is compared. Two tasks of one thread change places
//! without the kernel: no thread goes to sleep and none is woken;
//! there is only a look at the sockets once in 61 turns. Whoever
//! hands over between threads has to wake one, whether a thread or
//! a task waits there. (crossbeam's receivers spin for a while
//! before they sleep: quick where a core is free for that.)

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread::{self, Thread},
    time::{Duration, Instant},
};

use criterion::{
    BenchmarkGroup, Criterion, criterion_group, criterion_main,
    measurement::WallTime,
};
use crossbeam_channel as channel;
use tokio::{
    sync::{mpsc as tokio_mpsc, oneshot},
    task,
};

mod support;
use support::{NO_PANIC, as_task, current_thread, multi_thread};

/// What receiving expects.
const OPEN: &str = "the other unit is there";

/// What goes there and back.
struct Token;

/// Measures `times` hand-overs there and back by two channels,
/// between this thread and another one.
fn threads<S, R>(
    times: u64,
    channel: fn() -> (S, R),
    send: fn(&S),
    receive: fn(&R),
) -> Duration
where
    S: Send + 'static,
    R: Send + 'static,
{
    let (there, arrived) = channel();
    let (back, returned) = channel();
    let other = thread::spawn(move || {
        for _ in 0..times {
            receive(&arrived);
            send(&back);
        }
    });
    let begun = Instant::now();
    for _ in 0..times {
        send(&there);
        receive(&returned);
    }
    let took = begun.elapsed();
    other.join().expect(NO_PANIC);
    took
}

/// A flag that a thread raises for another one.
#[derive(Default)]
struct Flag(AtomicBool);

impl Flag {
    fn raise_for(&self, other: &Thread) {
        self.0.store(true, Ordering::Release);
        other.unpark();
    }

    /// Parks until the flag is raised, and lowers it.
    fn wait(&self) {
        while !self.0.swap(false, Ordering::Acquire) {
            thread::park(); // it may return for no reason
        }
    }
}

/// Measures the same by flags, `park` and `unpark`.
fn parked(times: u64) -> Duration {
    let flags = Arc::new([Flag::default(), Flag::default()]);
    let (its_flags, this) = (flags.clone(), thread::current());
    let other = thread::spawn(move || {
        let [there, back] = &*its_flags;
        for _ in 0..times {
            there.wait();
            back.raise_for(&this);
        }
    });
    let [there, back] = &*flags;
    let begun = Instant::now();
    for _ in 0..times {
        there.raise_for(other.thread());
        back.wait();
    }
    let took = begun.elapsed();
    other.join().expect(NO_PANIC);
    took
}

/// The two halves of a conversation by mpsc channels.
fn by_mpsc(
    times: u64,
) -> (impl Unit<Output = Duration>, impl Unit<Output = ()>) {
    let (there, mut arrived) = tokio_mpsc::channel(1);
    let (back, mut returned) = tokio_mpsc::channel(1);
    let asking = async move {
        let begun = Instant::now();
        for _ in 0..times {
            there.send(Token).await.expect(OPEN);
            returned.recv().await.expect(OPEN);
        }
        begun.elapsed()
    };
    let answering = async move {
        while let Some(token) = arrived.recv().await {
            back.send(token).await.expect(OPEN);
        }
    };
    (asking, answering)
}

/// A token that carries the way back.
struct Reply(oneshot::Sender<Reply>);

/// Hands over by `there`, and waits for the next way there; there
/// is none if the other unit has ended.
async fn hand_over(there: Reply) -> Option<Reply> {
    let (back, returned) = oneshot::channel();
    there.0.send(Reply(back)).ok()?;
    returned.await.ok()
}

/// The two halves of a conversation by oneshot channels.
fn by_oneshot(
    times: u64,
) -> (impl Unit<Output = Duration>, impl Unit<Output = ()>) {
    let (first, arrived) = oneshot::channel();
    let asking = async move {
        let mut there = Reply(first);
        let begun = Instant::now();
        for _ in 0..times {
            there = hand_over(there).await.expect(OPEN);
        }
        begun.elapsed()
    };
    let answering = async move {
        let mut back = arrived.await.ok();
        while let Some(way) = back {
            back = hand_over(way).await;
        }
    };
    (asking, answering)
}

/// What a runtime of several threads can run.
trait Unit: Future + Send + 'static {}
impl<F: Future + Send + 'static> Unit for F {}

fn measure_tasks<A, B>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    by: &str,
    units: fn(u64) -> (A, B),
) where
    A: Unit<Output = Duration>,
    B: Unit<Output = ()>,
{
    let places = [
        (format!("async_{by}"), current_thread()),
        (format!("async_{by}_multi_thread"), multi_thread()),
    ];
    for (name, runtime) in places {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| {
                let (asking, answering) = units(times);
                as_task(&runtime, async {
                    let other = task::spawn(answering);
                    let took = asking.await;
                    other.await.expect(NO_PANIC);
                    took
                })
            });
        });
    }
    let runtime = current_thread();
    let name = format!("async_{by}_two_threads");
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|times| {
            let (asking, answering) = units(times);
            let other = thread::spawn(|| {
                current_thread().block_on(answering);
            });
            let took = as_task(&runtime, asking);
            other.join().expect(NO_PANIC);
            took
        });
    });
}

fn handover(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("handover");
    group.bench_function("thread_park", |bencher| {
        bencher.iter_custom(parked);
    });
    group.bench_function("thread_std_mpsc", |bencher| {
        bencher.iter_custom(|times| {
            threads(
                times,
                || mpsc::sync_channel(1),
                |sender| sender.send(Token).expect(OPEN),
                |receiver| {
                    receiver.recv().expect(OPEN);
                },
            )
        });
    });
    group.bench_function("thread_crossbeam", |bencher| {
        bencher.iter_custom(|times| {
            threads(
                times,
                || channel::bounded(1),
                |sender| sender.send(Token).expect(OPEN),
                |receiver| {
                    receiver.recv().expect(OPEN);
                },
            )
        });
    });
    measure_tasks(&mut group, "mpsc", by_mpsc);
    measure_tasks(&mut group, "oneshot", by_oneshot);
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = handover
}
criterion_main!(benches);
