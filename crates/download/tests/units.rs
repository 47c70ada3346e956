//! Who waits: the threads of each program, counted from outside.
#![cfg(target_os = "linux")]

mod support;

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
};

use flag_server::EmbeddedServer;
use flags::{
    country,
    server::{Embedded, Kind, Wanted},
};
use support::{DEADLINE, Running, in_time};

const MAX_REQ: usize = 7;
const ROUNDS: usize = 3;

/// Answers no request before it is told to.
fn gated_server() -> (String, mpsc::Receiver<mpsc::Sender<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = listener.local_addr().expect("has an address");
    let (sender, gates) = mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let sender = sender.clone();
            thread::spawn(move || serve(stream, &sender));
        }
    });
    (format!("http://{address}/flags"), gates)
}

fn serve(
    mut stream: TcpStream,
    gates: &mpsc::Sender<mpsc::Sender<()>>,
) {
    let reader = stream.try_clone().expect("a second handle");
    let ends = BufReader::new(reader)
        .lines()
        .map_while(Result::ok)
        .filter(String::is_empty);
    for _ in ends {
        let (open, gate) = mpsc::channel();
        if gates.send(open).is_err() || gate.recv().is_err() {
            return;
        }
        let answer =
            b"HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n\
                       GIF89a;";
        stream.write_all(answer).ok();
    }
}

/// Runs `program` through as many rounds, each of which ends when
/// all requests that may be under way are, and returns the
/// threads that were seen then.
fn threads_of(
    program: &str,
    arguments: &[&str],
) -> BTreeSet<String> {
    let (base, gates) = gated_server();
    let count = (MAX_REQ * ROUNDS).to_string();
    let child = Command::new(program)
        .args(["--no-save", "--server", &base, "--count", &count])
        .args(["--max-req", &MAX_REQ.to_string()])
        .args(arguments)
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut running = Running(child);
    let tasks = format!("/proc/{}/task", running.0.id());
    let mut threads = BTreeSet::new();
    for _ in 0..ROUNDS {
        let open: Vec<_> = (0..MAX_REQ)
            .map(|_| gates.recv_timeout(DEADLINE))
            .map(|gate| gate.expect("all requests arrive"))
            .collect();
        for task in fs::read_dir(&tasks).expect("it runs").flatten()
        {
            let name = task.file_name();
            threads.insert(name.to_string_lossy().into_owned());
        }
        for gate in open {
            gate.send(()).expect("the request waits");
        }
    }
    let ended = in_time(program, move || running.0.wait());
    assert!(ended.expect("it ends").success());
    threads
}

#[test]
fn thread_half_starts_a_thread_for_each_request_at_once() {
    let program = env!("CARGO_BIN_EXE_download_thread");
    let main = 1;
    for arguments in [&[][..], &["--step", "raw"]] {
        let threads = threads_of(program, arguments);
        assert_eq!(threads.len(), main + MAX_REQ, "{threads:?}");
    }
}

#[test]
fn async_half_has_one_thread_however_many_requests_wait() {
    let program = env!("CARGO_BIN_EXE_download_async");
    for arguments in [&[][..], &["--step", "raw"]] {
        let threads = threads_of(program, arguments);
        assert_eq!(threads.len(), 1, "{threads:?}");
    }
}

/// How many threads and processes this system has started so far.
fn started() -> u64 {
    let stat = fs::read_to_string("/proc/stat").expect("it tells");
    let count = stat
        .lines()
        .find_map(|line| line.strip_prefix("processes "));
    count.and_then(|count| count.parse().ok()).expect("a count")
}

/// A client may start a thread for each request and end it before
/// anybody looks; the system counts them all the same. It counts
/// those of other programs, too: hence three attempts.
#[test]
fn no_client_starts_a_thread_for_each_request() {
    const REQUESTS: u64 = 2000;
    let wanted = Wanted {
        kind: Kind::Local,
        delay: None,
        seed: 1,
        codes: country::pop20(),
    };
    let server = EmbeddedServer::start(&wanted).expect("starts");
    let count = REQUESTS.to_string();
    for program in [
        env!("CARGO_BIN_EXE_download_thread"),
        env!("CARGO_BIN_EXE_download_async"),
    ] {
        let run = || {
            let before = started();
            assert_cmd::Command::new(program)
                .args(["--no-save", "--server", server.base()])
                .args(["--count", &count])
                .timeout(DEADLINE)
                .assert()
                .success();
            started() - before
        };
        let fewest = (0..3).map(|_| run()).min().expect("three");
        assert!(
            fewest < REQUESTS / 2,
            "{program}: {fewest} threads"
        );
    }
}
