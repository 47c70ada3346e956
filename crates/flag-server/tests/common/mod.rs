//! A client that waits for nothing longer than [`DEADLINE`], and
//! the server as a child process.
//!
//! A bare socket, and no HTTP library: the tests look at what is
//! really sent.
#![allow(dead_code, reason = "no test file uses all of it")]

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    process::{self, Child, Command, ExitStatus, Stdio},
    sync::{Once, mpsc},
    thread,
    time::{Duration, Instant},
};

use flag_server::Stats;

/// After this a test gives up.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// Ends the tests of this file should one of them hang, in a drop
/// for example, which has no deadline of its own.
pub(crate) fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        thread::spawn(|| {
            thread::sleep(10 * DEADLINE);
            eprintln!("error: a test has not ended in time");
            process::abort();
        });
    });
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: Vec<u8>,
}

/// A connection that is kept alive.
pub(crate) struct Client(BufReader<TcpStream>);

impl Client {
    pub(crate) fn connect(base: &str) -> Self {
        let stream =
            TcpStream::connect_timeout(&address(base), DEADLINE);
        Self::new(stream.expect("a server that listens"))
    }

    pub(crate) fn new(stream: TcpStream) -> Self {
        watch();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream.set_write_timeout(Some(DEADLINE)).unwrap();
        Self(BufReader::new(stream))
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    pub(crate) fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
    ) -> Answer {
        self.send(method, path, headers);
        self.receive(method)
    }

    pub(crate) fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
    ) {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: us\r\n{headers}\r\n"
        );
        // In one write: parts would wait for each other, 40 ms.
        let sent = self.0.get_mut().write_all(head.as_bytes());
        sent.expect("a server that reads");
    }

    /// Reads an answer: its head, and as many bytes as that says.
    pub(crate) fn receive(&mut self, method: &str) -> Answer {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let read = self.0.read_until(b'\n', &mut head);
            assert_ne!(read.expect("an answer"), 0, "no answer");
        }
        let mut fields = [httparse::EMPTY_HEADER; 16];
        let mut parsed = httparse::Response::new(&mut fields);
        parsed.parse(&head).expect("an HTTP head");
        let headers: HashMap<String, String> = parsed
            .headers
            .iter()
            .map(|field| {
                let value = String::from_utf8(field.value.to_vec());
                (field.name.to_lowercase(), value.unwrap())
            })
            .collect();
        let length = match (method, headers.get("content-length")) {
            ("HEAD", _) | (_, None) => 0,
            (_, Some(length)) => length.parse().expect("a length"),
        };
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).expect("the whole body");
        let status = parsed.code.expect("a status");
        Answer { status, headers, body }
    }

    /// Tells whether the server is gone and sent nothing more.
    pub(crate) fn is_cut_off(&mut self) -> bool {
        !matches!(self.0.read(&mut [0]), Ok(1..))
    }

    pub(crate) fn stats(&mut self) -> Stats {
        let body = self.get("/stats").body;
        serde_json::from_slice(&body).expect("stats")
    }

    /// Asks until `done` is content with the server's own counts.
    pub(crate) fn stats_until(
        &mut self,
        done: fn(&Stats) -> bool,
    ) -> Stats {
        let began = Instant::now();
        loop {
            let stats = self.stats();
            if done(&stats) {
                return stats;
            }
            assert!(began.elapsed() < DEADLINE, "still {stats:?}");
        }
    }
}

/// Returns the address in `http://127.0.0.1:8000/flags`.
pub(crate) fn address(base: &str) -> SocketAddr {
    base.strip_prefix("http://")
        .and_then(|rest| rest.strip_suffix("/flags"))
        .and_then(|address| address.parse().ok())
        .unwrap_or_else(|| panic!("no base address: {base:?}"))
}

/// A `flag_server` that ends with its test.
pub(crate) struct Server {
    pub(crate) child: Child,
    /// Of local, delay and error.
    pub(crate) bases: Vec<String>,
}

impl Server {
    /// Starts one on free ports.
    pub(crate) fn start(options: &[&str]) -> Self {
        let mut command = Command::new(PROGRAM);
        command.args(options).args(["--ports", "0,0,0"]);
        Self::run(command)
    }

    /// Runs a command that is or becomes a server, and waits for
    /// the three addresses.
    pub(crate) fn run(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program");
        let out = child.stdout.take().expect("it is piped");
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(out).lines() {
                sender.send(line).ok();
            }
        });
        let mut server = Self { child, bases: Vec::new() };
        for _ in 0..3 {
            let line = lines.recv_timeout(DEADLINE);
            let line = line.expect("an address").expect("a line");
            server.bases.push(line);
        }
        server
    }

    pub(crate) fn local(&self) -> Client {
        Client::connect(&self.bases[0])
    }

    pub(crate) fn delay(&self) -> Client {
        Client::connect(&self.bases[1])
    }

    pub(crate) fn error(&self) -> Client {
        Client::connect(&self.bases[2])
    }

    /// Sends a signal, such as `INT`.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent =
            Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.expect("the program kill").success());
    }

    /// Waits until it has ended.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        wait(&mut self.child)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The program itself.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_flag_server");

/// Waits until `child` has ended, asking now and then, since std
/// has no wait with a deadline.
pub(crate) fn wait(child: &mut Child) -> ExitStatus {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return status;
        }
        assert!(began.elapsed() < DEADLINE, "it does not end");
        thread::sleep(Duration::from_millis(5));
    }
}
