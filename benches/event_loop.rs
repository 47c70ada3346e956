//! Our own event loop against tokio's, and against threads, on the
//! same sources.
//!
//! Groups: `event-loop/lines`, ten connections with 100 lines each,
//! all sent at once (throughput: lines); `event-loop/timers`, 100
//! timers that tick three times, a millisecond apart, so at best
//! all is over after three (throughput: ticks).
//!
//! Ids: `thread`, `async` (our loop), `tokio` (its current-thread
//! runtime). The last two are one program, but for its `use` line.
//!
//! Our loop writes its trace all the while and asks the system in
//! each of its turns; tokio's timers are as fine as a millisecond,
//! and late by up to one.

use std::{
    hint::black_box,
    io::{Result, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    thread as threads,
    time::Duration,
};

use criterion::{
    Criterion, Throughput, criterion_group, criterion_main,
};
use event_loop::{
    Event, Kind, Log, Source, r#async, on_tokio, runtime, thread,
};

mod support;

/// Connections at once.
const CONNECTIONS: usize = 10;

/// Lines on each.
const LINES: usize = 100;

/// Timers at once.
const TIMERS: usize = 100;

/// How often each ticks, and how far apart.
const TICKS: u32 = 3;
const EVERY: Duration = Duration::from_millis(1);

type Serve = fn(Vec<Source>, &Log) -> Result<Vec<Event>>;

const WAYS: [(&str, Serve); 3] = [
    ("thread", thread::serve),
    ("async", |sources, log| {
        runtime::block_on(r#async::serve(sources, log))
    }),
    ("tokio", |sources, log| {
        let serve = on_tokio::r#async::serve(sources, log);
        on_tokio::block_on(serve)
    }),
];

/// Starts a server, on a thread of its own, that sends its lines to
/// whoever connects.
fn sends_lines() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let lines = "a line of some length\n".repeat(LINES);
    threads::spawn(move || {
        for client in listener.incoming() {
            // A client that left early is its own affair.
            let client = client.and_then(|mut client| {
                client.write_all(lines.as_bytes())
            });
            client.ok();
        }
    });
    Ok(address)
}

fn measure(
    criterion: &mut Criterion,
    name: &str,
    events: usize,
    sources: impl Fn() -> Vec<Source>,
) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(events as u64));
    for (name, serve) in WAYS {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let log = Log::new(|_| {});
                let seen = serve(sources(), &log);
                let seen = seen.expect("no connection breaks");
                assert_eq!(seen.len(), events);
                black_box(seen)
            });
        });
    }
}

fn several(times: usize, kind: impl Fn() -> Kind) -> Vec<Source> {
    let source = |_| Source { name: "one of many", kind: kind() };
    (0..times).map(source).collect()
}

fn lines(criterion: &mut Criterion) {
    let address = sends_lines().expect("a server starts");
    let lines = CONNECTIONS * LINES;
    measure(criterion, "event-loop/lines", lines, || {
        several(CONNECTIONS, || Kind::Lines { address })
    });
}

fn timers(criterion: &mut Criterion) {
    let ticks = TIMERS * TICKS as usize;
    measure(criterion, "event-loop/timers", ticks, || {
        several(TIMERS, || Kind::Timer {
            every: EVERY,
            times: TICKS,
        })
    });
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = lines, timers
}
criterion_main!(benches);
