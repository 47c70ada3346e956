//! The forms of three stages when nothing waits: what each costs
//! by itself.
//!
//! Groups: `callbacks/at once`, where each answer is there when it
//! is asked for; `callbacks/by the loop`, where each answer is one
//! more turn of a loop: a job posted to the lesson's event loop, or
//! a task woken on tokio's current-thread runtime. One iteration is
//! all three stages.
//!
//! Ids: `thread` (plain calls; only in the first group, since a
//! call that waits has no loop), `callbacks` (nested), `combinators`
//! and `async`.
//!
//! All forms read the same answers, and that is most of what
//! `thread` takes in the first group: what a form costs is what it
//! takes beyond that.

use std::{
    future::{self, poll_fn},
    hint::black_box,
    mem,
    sync::mpsc::Sender,
    task::Poll,
    time::Instant,
};

use callbacks::{
    Error, Flag, Stage, r#async,
    event_loop::{self, Handle},
    get::{
        asynchronous, blocking,
        callback::{self, Callback},
    },
    hell, thread,
};
use criterion::{
    BenchmarkGroup, Criterion, criterion_group, criterion_main,
    measurement::WallTime,
};
use flags::Code;

mod support;
use support::{as_task, current_thread};

/// A server whose answers are there already.
#[derive(Clone, Copy)]
struct Ready;

impl Ready {
    fn answer(stage: Stage) -> Result<Vec<u8>, Error> {
        let body = match stage {
            Stage::Index => r#"["BR"]"#,
            Stage::Metadata(_) => {
                r#"{"iso_cc":"BR","country":"Brazil"}"#
            }
            Stage::Flag(_) => "GIF89a;",
        };
        Ok(black_box(body).into())
    }
}

impl blocking::Get for Ready {
    fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        Self::answer(stage)
    }
}

impl callback::Get for Ready {
    fn get(&self, stage: Stage, callback: impl Callback<Vec<u8>>) {
        callback(Self::answer(stage));
    }
}

impl asynchronous::Get for Ready {
    async fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        future::ready(Self::answer(stage)).await
    }
}

/// A server that answers at the next turn of a loop: of this one,
/// or of tokio's, which is known to whoever runs on it.
#[derive(Clone)]
struct NextTurn<Loop>(Loop);

impl callback::Get for NextTurn<Handle> {
    fn get(&self, stage: Stage, callback: impl Callback<Vec<u8>>) {
        self.0.post(move || callback(Ready::answer(stage)));
    }
}

impl asynchronous::Get for NextTurn<()> {
    async fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let mut is_next = false;
        // Not `yield_now`, which has tokio look at the sockets.
        poll_fn(|cx| {
            if mem::replace(&mut is_next, true) {
                return Poll::Ready(());
            }
            cx.waker().wake_by_ref();
            Poll::Pending
        })
        .await;
        Ready::answer(stage)
    }
}

fn code() -> Code {
    black_box("BR").parse().expect("a code")
}

/// Takes what three stages came to.
fn take(flag: Result<Flag, Error>) {
    black_box(flag.expect("a flag"));
}

/// Measures an async form, in a task.
fn measure_async<F>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    three_stages: impl Fn() -> F + Copy + Send + 'static,
) where
    F: Future<Output = Result<Flag, Error>> + Send,
{
    let runtime = current_thread();
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|times| {
            as_task(&runtime, async move {
                let begun = Instant::now();
                for _ in 0..times {
                    take(three_stages().await);
                }
                begun.elapsed()
            })
        });
    });
}

fn at_once(criterion: &mut Criterion) {
    let name = "callbacks/at once";
    let mut group = criterion.benchmark_group(name);
    group.bench_function("thread", |bencher| {
        bencher.iter(|| take(thread::three_stages(&Ready, code())));
    });
    group.bench_function("callbacks", |bencher| {
        bencher.iter(|| {
            hell::thread::three_stages(Ready, code(), take);
        });
    });
    measure_async(&mut group, "combinators", || {
        hell::r#async::three_stages(&Ready, code())
    });
    measure_async(&mut group, "async", || {
        r#async::three_stages(&Ready, code())
    });
}

/// Runs three stages by callbacks, and so many times again.
fn again(client: NextTurn<Handle>, times: u64) {
    let next = client.clone();
    let done = move |flag| {
        take(flag);
        if let Some(times) = times.checked_sub(1) {
            again(next, times);
        }
    };
    hell::thread::three_stages(client, code(), done);
}

fn by_the_loop(criterion: &mut Criterion) {
    let name = "callbacks/by the loop";
    let mut group = criterion.benchmark_group(name);
    group.bench_function("callbacks", |bencher| {
        bencher.iter_custom(|times| {
            let begun = Instant::now();
            let begin = move |handle, _: Sender<()>| {
                again(NextTurn(handle), times - 1);
            };
            event_loop::on_this_thread(begin);
            begun.elapsed()
        });
    });
    measure_async(&mut group, "combinators", || {
        hell::r#async::three_stages(&NextTurn(()), code())
    });
    measure_async(&mut group, "async", || {
        r#async::three_stages(&NextTurn(()), code())
    });
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = at_once, by_the_loop
}
criterion_main!(benches);
