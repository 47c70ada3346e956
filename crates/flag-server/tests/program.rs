//! The program: what it prints, how it listens and how it ends.

mod common;

use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Command, Output, Stdio},
    time::Duration,
};

use common::{Client, DEADLINE, PROGRAM, Server, address, wait};

/// Runs the program to its end.
fn run(options: &[&str]) -> Output {
    let mut child = Command::new(PROGRAM)
        .args(options)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    wait(&mut child);
    child.wait_with_output().unwrap()
}

#[test]
fn three_addresses_are_printed_one_a_line() {
    let output = run(&["--ports", "0,0,0", "--until-stdin-closes"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    for line in lines {
        assert_ne!(address(line).port(), 0);
    }
    assert!(output.stderr.is_empty());
}

#[test]
fn the_sites_are_local_delay_and_error_in_this_order() {
    let server =
        Server::start(&["--error-rate", "1", "--delay", "7"]);
    let path = "/flags/br/br.gif";
    assert_eq!(server.local().get(path).status, 200);
    assert_eq!(server.delay().get(path).status, 200);
    assert_eq!(server.error().get(path).status, 418);
    let intended_ms = |mut client: Client| {
        let stats = client.stats();
        (stats.delay_ms.mean - stats.late_ms.mean).round()
    };
    assert_eq!(intended_ms(server.local()), 0.0);
    assert_eq!(intended_ms(server.delay()), 7.0);
    assert_eq!(intended_ms(server.error()), 7.0);
}

#[test]
fn ports_can_be_chosen_and_a_taken_one_is_one_clear_line() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let output = run(&["--ports", &format!("0,{port},0")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.contains(&format!("port {port} is taken")));
    assert!(text.contains("--ports"), "{text}");
}

#[test]
fn wrong_usage_ends_with_2_and_the_usage_line() {
    for options in [
        &["--ports", "8000"][..],
        &["--ports", "1,2,2"],
        &["--ports", "a,b,c"],
        &["--delay", "fast"],
        &["--error-rate", "1.5"],
        &["--seed", "x"],
        &["--bind", "here"],
        &["--unknown"],
        &["extra"],
    ] {
        let output = run(options);
        assert_eq!(output.status.code(), Some(2), "{options:?}");
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(text.contains("Usage: flag_server"), "{text}");
    }
}

#[test]
fn it_ends_when_standard_input_does() {
    let mut server = Server::start(&["--until-stdin-closes"]);
    // It serves as long as that is open.
    assert_eq!(server.local().get("/healthz").status, 200);
    drop(server.child.stdin.take());
    assert_eq!(server.wait().code(), Some(0));
}

#[cfg(unix)]
#[test]
fn ctrl_c_lets_an_answer_in_flight_finish() {
    for signal in ["INT", "TERM"] {
        let mut server = Server::start(&["--delay", "500"]);
        let mut client = server.delay();
        client.send("GET", "/flags/br/br.gif", "");
        server.delay().stats_until(|stats| stats.in_flight == 1);
        server.signal(signal);
        assert_eq!(client.receive("GET").status, 200);
        assert_eq!(server.wait().code(), Some(0), "{signal}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_waits_for_no_answer_longer_than_its_grace() {
    let mut server = Server::start(&["--delay", "60000"]);
    let mut client = server.delay();
    client.send("GET", "/flags/br/br.gif", "");
    server.delay().stats_until(|stats| stats.in_flight == 1);
    server.signal("INT");
    assert_eq!(server.wait().code(), Some(0));
}

/// All of 127.0.0.0/8 is this machine; a server that listens on
/// every address answers on 127.0.0.2 as well.
#[cfg(target_os = "linux")]
#[test]
fn it_listens_on_one_loopback_address_unless_told_otherwise() {
    let second = |server: &Server| {
        let port = address(&server.bases[0]).port();
        let address = SocketAddr::from(([127, 0, 0, 2], port));
        TcpStream::connect_timeout(&address, DEADLINE)
    };
    let server = Server::start(&[]);
    assert!(server.bases[0].starts_with("http://127.0.0.1:"));
    assert!(second(&server).is_err());
    let server = Server::start(&["--bind", "0.0.0.0"]);
    assert!(second(&server).is_ok());
}

/// While the server is stopped, only the system's queue accepts.
#[cfg(target_os = "linux")]
#[test]
fn a_thousand_connections_at_once_are_accepted() {
    lesson::limits::raise_open_files().unwrap();
    let server = Server::start(&[]);
    let address = address(&server.bases[0]);
    server.signal("STOP");
    let connect = |number| {
        TcpStream::connect_timeout(&address, Duration::from_secs(5))
            .unwrap_or_else(|error| panic!("{number}: {error}"))
    };
    let streams: Vec<TcpStream> = (0..1000).map(connect).collect();
    server.signal("CONT");
    let mut clients: Vec<Client> =
        streams.into_iter().map(Client::new).collect();
    for client in &mut clients {
        client.send("GET", "/flags/br/br.gif", "");
    }
    for client in &mut clients {
        assert_eq!(client.receive("GET").status, 200);
    }
    assert_eq!(server.local().stats().requests, 1000);
}

#[cfg(target_os = "linux")]
#[test]
fn without_descriptors_it_neither_ends_nor_spins() {
    let mut command = Command::new("sh");
    let line = r#"ulimit -n 32; exec "$0" --ports 0,0,0"#;
    command.args(["-c", line, PROGRAM]);
    let server = Server::run(command);
    let mut client = server.local();
    assert_eq!(client.get("/healthz").status, 200);

    // More than it can accept: they wait in the system's queue.
    let more: Vec<Client> =
        (0..50).map(|_| server.local()).collect();
    let mut last =
        TcpStream::connect(address(&server.bases[0])).unwrap();
    let second = Some(Duration::from_secs(1));
    last.set_read_timeout(second).unwrap();
    let before = cpu_ticks(server.child.id());
    let answer = std::io::Read::read(&mut last, &mut [0]);
    assert!(answer.is_err(), "nobody was to answer: {answer:?}");
    let ticks = cpu_ticks(server.child.id()) - before;
    assert!(ticks < 50, "{ticks} of the 100 ticks of that second");

    // Those that it has are served; and all, when some leave.
    assert_eq!(client.get("/flags/br/br.gif").status, 200);
    drop(more);
    assert_eq!(server.local().get("/flags/br/br.gif").status, 200);
}

/// Reads the CPU time that a process has used, in ticks of 10 ms.
#[cfg(target_os = "linux")]
fn cpu_ticks(process: u32) -> u64 {
    let path = format!("/proc/{process}/stat");
    let stat = std::fs::read_to_string(path).unwrap();
    let (_, fields) = stat.rsplit_once(')').unwrap();
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = |field: &str| field.parse::<u64>().unwrap();
    ticks(fields[11]) + ticks(fields[12])
}
