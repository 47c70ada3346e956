//! The two steps that run until Ctrl-C.

#![cfg(unix)]

mod support;

use std::{
    io::{BufRead, BufReader, Read},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::{Command, Stdio},
};

use char_finder::Client;
use support::{in_time, name};
use testing::Running;

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_char_finder_thread"),
    env!("CARGO_BIN_EXE_char_finder_async"),
];

/// A program that listens, and what it says.
struct Listening {
    program: Running,
    output: BufReader<std::process::ChildStdout>,
    address: SocketAddr,
}

impl Listening {
    /// Starts a step of `program` on a port that is free, most
    /// likely: where another one was quicker, on the next.
    fn start(program: &str, step: &str) -> Self {
        loop {
            let any = (Ipv4Addr::LOCALHOST, 0);
            let listener = TcpListener::bind(any).expect("a port");
            let address = listener.local_addr();
            let address = address.expect("an address");
            drop(listener);
            let mut child = Command::new(program)
                .args(["--step", step, "--port"])
                .arg(address.port().to_string())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .expect("the program starts");
            let output = child.stdout.take().expect("a pipe");
            let output = BufReader::new(output);
            let program = Running(child);
            let mut this = Self { program, output, address };
            if this.reads_to("Ctrl-C here ends all.") {
                return this;
            }
        }
    }

    /// Reads until a line ends with `wanted`; none is wider than a
    /// terminal.
    fn reads_to(&mut self, wanted: &str) -> bool {
        let mut lines = self.output.by_ref().lines();
        lines.any(|line| {
            let line = line.expect("text");
            assert!(line.chars().count() <= 80, "{line}");
            line.ends_with(wanted)
        })
    }

    /// Presses Ctrl-C, and returns what is said then.
    fn ends(mut self) -> String {
        let process = self.program.0.id().to_string();
        let mut kill = Command::new("kill");
        let sent = kill.args(["-INT", &process]).status();
        assert!(sent.expect("kill runs").success());
        let mut said = String::new();
        self.output.read_to_string(&mut said).expect("text");
        let status = self.program.0.wait().expect("it ends");
        assert_eq!(status.code(), Some(0), "{said}");
        said
    }
}

#[test]
fn serve_tells_its_clients_and_ends() {
    for program in PROGRAMS {
        in_time("serve", move || {
            let server = Listening::start(program, "serve");
            let mut client =
                Client::connect(server.address).expect("a server");
            client.line().expect("a greeting");
            let lines = client.ask("snail").expect("an answer");
            assert_eq!(name(&lines[0]), "SNAIL");
            let said = server.ends();
            assert!(said.contains("1 client told."), "{said}");
            let wanted = "1 answer for 1 client, 1 at once at the \
                          most; 0 left.";
            assert!(said.contains(wanted), "{said}");
            let farewell = client.line().expect("a line");
            assert_eq!(farewell, "The server shuts down. Bye.");
        });
    }
}

#[test]
fn web_ends() {
    for program in PROGRAMS {
        in_time("web", move || {
            let said = Listening::start(program, "web").ends();
            assert!(said.contains("0 search results"), "{said}");
        });
    }
}
