//! The server inside a program; alone in its process, since it
//! counts that process's threads.
#![cfg(target_os = "linux")]

mod common;

use std::{
    fs,
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

use common::{Client, DEADLINE, address, watch};
use flag_server::{EmbeddedServer, embed};
use flags::{
    country,
    server::{Embedded, Kind, Wanted},
};

fn wanted(kind: Kind) -> Wanted {
    Wanted { kind, delay: None, seed: 0, codes: country::pop20() }
}

#[test]
fn it_serves_on_one_thread_of_that_name_until_it_is_dropped() {
    watch();
    let others = threads("");
    let local = embed(&wanted(Kind::Local)).unwrap();
    assert!(local.base().starts_with("http://127.0.0.1:"));
    let mut client = Client::connect(local.base());
    assert_eq!(client.get("/flags/br/br.gif").status, 200);
    assert_eq!(threads("flag-server"), 1);
    assert_eq!(threads(""), others + 1);

    // A second one has a port of its own; the request in flight
    // does not keep it from ending.
    let slow = EmbeddedServer::start(&Wanted {
        delay: Some("60000".parse().unwrap()),
        ..wanted(Kind::Delay)
    });
    let slow = slow.unwrap();
    let mut waiting = Client::connect(slow.base());
    waiting.send("GET", "/flags/br/br.gif", "");
    let mut observer = Client::connect(slow.base());
    observer.stats_until(|stats| stats.in_flight == 1);
    assert_eq!(threads("flag-server"), 2);

    drop(slow);
    assert!(waiting.is_cut_off(), "nobody waits for its answer");
    threads_become(others + 1);
    assert_eq!(client.get("/flags/br/br.gif").status, 200);

    // Also inside the runtime of an async half.
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.build().unwrap();
    runtime.block_on(async {
        let inside = embed(&wanted(Kind::Local)).unwrap();
        let mut client = Client::connect(inside.base());
        assert_eq!(client.get("/healthz").status, 200);
    });
    drop(local);
    threads_become(others);

    // Dropping waits for the thread. Many times: if it did not,
    // somebody would listen still some of the times.
    for _ in 0..50 {
        let server = embed(&wanted(Kind::Local)).unwrap();
        let address = address(server.base());
        drop(server);
        assert!(TcpStream::connect(address).is_err());
    }
}

/// Counts the threads of this process with this name, or all.
fn threads(name: &str) -> usize {
    let named = |task: &fs::DirEntry| {
        let comm = fs::read_to_string(task.path().join("comm"));
        name.is_empty() || comm.is_ok_and(|it| it.trim() == name)
    };
    let tasks = fs::read_dir("/proc/self/task").unwrap();
    tasks.flatten().filter(named).count()
}

/// Waits for the system: it lists a thread for a moment after that
/// was joined.
fn threads_become(number: usize) {
    let began = Instant::now();
    while threads("") != number {
        assert!(began.elapsed() < DEADLINE, "{} run", threads(""));
        thread::sleep(Duration::from_millis(1));
    }
}
