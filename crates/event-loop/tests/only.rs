//! What one would write in one world alone tells what the pair
//! tells.

mod support;

use std::{
    io::{ErrorKind, Result},
    net::{SocketAddr, TcpListener, TcpStream},
    time::Duration,
};

use event_loop::{
    Event, Kind, Log, Source, on_tokio, only_async, only_thread,
    thread,
};
use support::{by_source, in_time, told};

fn on_tasks(sources: Vec<Source>, log: &Log) -> Result<Vec<Event>> {
    on_tokio::block_on(only_async::serve(sources, log))
}

#[test]
fn both_tell_what_the_pair_tells() {
    let pair = told("the pair", thread::serve);
    let threads = told("threads", only_thread::serve);
    let tasks = told("tasks", on_tasks);
    for events in [threads, tasks] {
        assert_eq!(by_source(&events), by_source(&pair));
        // One loop has heard of all of it.
        assert!(events.iter().all(|it| it.thread == 1));
    }
}

#[test]
fn both_end_at_once_without_sources() {
    let log = Log::new(|_| {});
    let threads = only_thread::serve(Vec::new(), &log);
    assert_eq!(threads.ok(), Some(vec![]));
    assert_eq!(on_tasks(Vec::new(), &log).ok(), Some(vec![]));
}

/// Returns an address at which nobody listens, and what keeps it
/// so: a client has the port.
fn nobody() -> (SocketAddr, TcpListener, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0");
    let listener = listener.expect("a port");
    let server = listener.local_addr().expect("its address");
    let client = TcpStream::connect(server).expect("it listens");
    let address = client.local_addr().expect("it has one");
    (address, listener, client)
}

#[test]
fn a_source_that_fails_fails_both() {
    let (address, ..) = &nobody();
    for serve in [only_thread::serve, on_tasks] {
        let kind = Kind::Lines { address: *address };
        let sources = vec![Source { name: "nobody", kind }];
        let end = in_time("nobody listens", move || {
            serve(sources, &Log::new(|_| {}))
        });
        let error = end.expect_err("it is refused").kind();
        assert_eq!(error, ErrorKind::ConnectionRefused);
    }
}

#[test]
fn a_task_that_fails_ends_the_others_of_its_set() {
    let (address, ..) = &nobody();
    let hour = Duration::from_secs(3600);
    let timer = Kind::Timer { every: hour, times: 1 };
    let lines = Kind::Lines { address: *address };
    let sources = vec![
        Source { name: "an hour", kind: timer },
        Source { name: "nobody", kind: lines },
    ];
    let end = in_time("the hour is cut short", move || {
        on_tasks(sources, &Log::new(|_| {}))
    });
    let error = end.expect_err("it is refused").kind();
    assert_eq!(error, ErrorKind::ConnectionRefused);
}
