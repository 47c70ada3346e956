//! The pairs: both halves tell the same.

mod support;

use std::{
    collections::BTreeSet,
    fs,
    io::ErrorKind,
    net::{TcpListener, TcpStream},
    path::Path,
    time::Duration,
};

use event_loop::{
    Event, Kind, Log, Source, callbacks,
    chain::{self, Chain},
    on_tokio,
    run_sync::{self, Call, outcome},
    runtime::block_on,
    thread,
};
use support::{TICK, by_source, in_time, told};

fn threads(events: &[Event]) -> usize {
    let threads = events.iter().map(|event| event.thread);
    threads.collect::<BTreeSet<_>>().len()
}

/// Asserts that all happened that the world had in store.
fn assert_all(version: &str, events: &[Event]) {
    let sources = by_source(events);
    let status = sources["child"][0];
    assert!(status.ends_with(": 0"), "{version}: {status}");
    let expected = [
        ("child", vec![status]),
        ("lines A", vec!["line 1", "line 2"]),
        ("lines B", vec!["line 1"]),
        ("thread", vec!["42"]),
        ("timer A", vec!["tick 1", "tick 2"]),
        ("timer B", vec!["tick 1"]),
    ];
    assert_eq!(sources, expected.into(), "{version}");
}

fn on_our_loop() -> Vec<Event> {
    told("on our loop", |sources, log| {
        block_on(event_loop::r#async::serve(sources, log))
    })
}

#[test]
fn thread_half_tells_all_events_by_a_thread_for_each_source() {
    let events = told("threads", thread::serve);
    assert_all("thread", &events);
    assert_eq!(threads(&events), 6);
}

#[test]
fn async_half_tells_all_events_by_one_thread() {
    let events = on_our_loop();
    assert_all("async", &events);
    assert_eq!(threads(&events), 1);
}

#[test]
fn async_half_tells_the_same_on_tokio() {
    let events = told("on tokio", |sources, log| {
        let serve = on_tokio::r#async::serve(sources, log);
        on_tokio::block_on(serve)
    });
    assert_eq!(by_source(&events), by_source(&on_our_loop()));
    assert_eq!(threads(&events), 1);
}

#[test]
fn thread_half_tells_the_same_on_threads_of_tokio() {
    let events = told("on threads of tokio", |sources, log| {
        let serve = on_tokio::thread::serve(sources, log);
        on_tokio::block_on(serve)
    });
    assert_all("thread, on tokio", &events);
    assert_eq!(threads(&events), 6);
}

/// Returns the lines in which two files of `src` differ.
fn differing(one: &str, other: &str) -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |name| {
        fs::read_to_string(src.join(name)).expect("it is there")
    };
    let (one, other) = (read(one), read(other));
    assert_eq!(one.lines().count(), other.lines().count());
    let lines = one.lines().zip(other.lines());
    let lines = lines.filter(|(one, other)| one != other);
    lines.map(|(one, other)| (one.into(), other.into())).collect()
}

#[test]
fn async_half_moves_to_tokio_by_its_use_line() {
    let ours = "use crate::runtime::{".to_owned();
    let tokio = "use tokio::{".to_owned();
    let lines = differing("async.rs", "on_tokio/async.rs");
    assert_eq!(lines, [(ours, tokio)]);
}

#[test]
fn programs_of_callbacks_differ_by_who_calls() {
    let lines =
        differing("callbacks/thread.rs", "callbacks/async.rs");
    let code = |(line, _): &(String, String)| {
        !line.starts_with("//!") && !line.starts_with("use ")
    };
    let code: Vec<_> = lines.into_iter().filter(code).collect();
    let new = "    let callbacks = Callbacks::new()";
    let new = (format!("{new};"), format!("{new}?;"));
    assert_eq!(code, [new]);
}

#[test]
fn callbacks_tell_the_same_whoever_calls_them() {
    let events = told("by threads", callbacks::thread::serve);
    assert_all("callbacks of threads", &events);
    // Each tick of a timer has a thread of its own.
    assert_eq!(threads(&events), 7);
    let events = told("by a loop", callbacks::r#async::serve);
    assert_all("callbacks of a loop", &events);
    assert_eq!(threads(&events), 1);
}

#[test]
fn a_waker_is_a_callback_that_asks_for_one_more_poll() {
    let run = || callbacks::waker::run(TICK, |_| {});
    let polls = in_time("a future on callbacks", run);
    assert_eq!(polls.expect("there is a selector"), 2);
}

#[test]
fn a_call_goes_down_once_and_waits_at_the_bottom() {
    let chain = Chain::new(|_| {});
    let answer = chain::thread::supervisor(&chain, TICK);
    assert_eq!((answer, chain.deepest()), (42, 3));
    assert_eq!(
        chain.lines(),
        [
            "call slow_function",
            "    call nap",
            "        call sleep",
            "        sleep returns ()",
            "    nap returns ()",
            "slow_function returns 42",
        ]
    );
}

#[test]
fn a_poll_goes_down_once_more_after_the_wake_up() {
    let (answer, chain) = in_time("a chain", || {
        let chain = Chain::new(|_| {});
        let supervisor = chain::r#async::supervisor(&chain, TICK);
        (block_on(supervisor), chain)
    });
    assert_eq!(answer, 42);
    assert_eq!(
        chain.lines(),
        [
            "poll slow_function",
            "    poll nap",
            "        poll sleep",
            "        sleep is pending",
            "    nap is pending",
            "slow_function is pending",
            "(the stack is empty; wakers left behind: 1)",
            "wake: the top is to be polled again",
            "poll slow_function",
            "    poll nap",
            "        poll sleep",
            "        sleep is ready: ()",
            "    nap is ready: ()",
            "slow_function is ready: 42",
        ]
    );
}

fn outcomes(
    calls: impl IntoIterator<Item = Call>,
) -> Vec<Result<u32, String>> {
    let calls = calls.into_iter();
    calls.map(|(_, call)| outcome(|| call(TICK))).collect()
}

#[test]
fn run_sync_of_a_function_may_be_called_anywhere() {
    let outcomes = outcomes(run_sync::thread::CALLS);
    assert_eq!(outcomes, vec![Ok(42); 4]);
}

#[test]
fn run_sync_of_a_future_panics_inside_a_running_loop_only() {
    let calls = || outcomes(run_sync::r#async::CALLS);
    let mut outcomes = in_time("run_sync", calls);
    let inside = outcomes.remove(1).expect_err("it panics");
    assert!(inside.contains("inside a running event loop"));
    assert!(inside.contains("this thread is the loop"));
    assert!(inside.contains(".await"));
    assert_eq!(outcomes, vec![Ok(42); 3]);
}

#[test]
fn tokio_panics_there_as_well() {
    let outcomes = in_time("tokio", || outcomes([run_sync::TOKIO]));
    let inside = outcomes[0].as_ref().expect_err("it panics");
    assert!(inside.contains("from within a runtime"), "{inside}");
}

#[test]
fn a_source_that_fails_fails_the_half() {
    // A port in use by a client: nobody listens there, and nobody
    // else can get it.
    let listener = TcpListener::bind("127.0.0.1:0");
    let address = listener.as_ref().map(TcpListener::local_addr);
    let address = address.expect("a port").expect("its address");
    let client = TcpStream::connect(address).expect("it listens");
    let address = client.local_addr().expect("it has one");
    let nobody = move || {
        let kind = Kind::Lines { address };
        vec![Source { name: "nobody", kind }]
    };
    let errors = in_time("nobody listens", move || {
        let log = Log::new(|_| {});
        let ours = event_loop::r#async::serve(nobody(), &log);
        [
            thread::serve(nobody(), &log),
            block_on(ours),
            callbacks::thread::serve(nobody(), &log),
            callbacks::r#async::serve(nobody(), &log),
        ]
        .map(|result| result.expect_err("it is refused").kind())
    });
    assert_eq!(errors, [ErrorKind::ConnectionRefused; 4]);
}

#[test]
fn both_halves_end_at_once_without_sources() {
    let log = Log::new(|_| {});
    assert_eq!(thread::serve(Vec::new(), &log).ok(), Some(vec![]));
    let serve = event_loop::r#async::serve(Vec::new(), &log);
    assert_eq!(block_on(serve).ok(), Some(vec![]));
    let none = Duration::ZERO;
    assert_eq!(callbacks::waker::run(none, |_| {}).ok(), Some(1));
}
