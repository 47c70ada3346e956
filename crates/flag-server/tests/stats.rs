//! Delays and errors, and what the server counts of all this.

mod common;

use std::time::Duration;

use common::{Client, Server};
use flag_server::{EmbeddedServer, Injection};
use flags::{
    country,
    server::{Delay, Embedded, Kind, Wanted},
};

fn start(kind: Kind, delay: Delay, seed: u64) -> EmbeddedServer {
    let (delay, codes) = (Some(delay), Vec::new());
    let wanted = Wanted { kind, delay, seed, codes };
    EmbeddedServer::start(&wanted).unwrap()
}

/// So long that nobody in a test waits for it.
const ENDLESS: Delay = Delay {
    min: Duration::from_secs(60),
    max: Duration::from_secs(60),
};

/// The file with the name of every country there could be.
fn paths() -> Vec<String> {
    country::every()
        .map(|code| {
            format!("/flags/{}/metadata.json", code.lower())
        })
        .collect()
}

#[test]
fn each_kind_has_its_own_delay_and_error_rate() {
    let local = Injection::of(Kind::Local);
    let delay = Injection::of(Kind::Delay);
    let error = Injection::of(Kind::Error);
    assert_eq!((local.delay, local.error_rate), (Delay::NONE, 0.0));
    assert_eq!(delay.delay, Delay::CLASSIC);
    assert_eq!(delay.error_rate, 0.0);
    assert_eq!(error.delay, Delay::CLASSIC);
    assert_eq!(error.error_rate, 0.25);
}

#[test]
fn delays_are_spread_evenly_between_their_bounds() {
    let injection = Injection::of(Kind::Delay);
    let (ms, paths) = (Duration::from_millis, paths());
    let delays: Vec<Duration> =
        paths.iter().map(|path| injection.delay(path, 0)).collect();
    assert!(delays.iter().all(|it| (ms(50)..ms(500)).contains(it)));
    let mean = delays.iter().sum::<Duration>() / 676;
    assert!((ms(260)..ms(290)).contains(&mean), "{mean:?}");
    for least in [50, 140, 230, 320, 410] {
        let fifth = ms(least)..ms(least + 90);
        let number = delays.iter().filter(|it| fifth.contains(it));
        assert!((100..170).contains(&number.count()), "{least} ms");
    }
}

#[test]
fn delays_depend_on_seed_path_and_attempt_alone() {
    let one = Injection { seed: 1, ..Injection::of(Kind::Delay) };
    let two = Injection { seed: 2, ..one };
    let drawn = one.delay("/flags/br/br.gif", 0);
    assert_eq!(one.delay("/flags/br/br.gif", 0), drawn);
    assert_ne!(one.delay("/flags/br/br.gif", 1), drawn);
    assert_ne!(one.delay("/flags/cn/cn.gif", 0), drawn);
    assert_ne!(two.delay("/flags/br/br.gif", 0), drawn);
    // Computed once, and to be the same on every machine.
    assert_eq!(drawn, Duration::from_nanos(107_705_446));
}

#[test]
fn errors_are_as_late_as_other_answers() {
    let injection = Injection::of(Kind::Error);
    let paths = paths();
    let delays: Vec<Duration> = paths
        .iter()
        .filter(|path| injection.is_error(path, 0))
        .map(|path| injection.delay(path, 0))
        .collect();
    let mean =
        delays.iter().sum::<Duration>() / delays.len() as u32;
    let expected =
        Duration::from_millis(250)..Duration::from_millis(300);
    assert!(expected.contains(&mean), "{mean:?}");
}

#[test]
fn answers_are_repeated_exactly_whatever_the_order() {
    let statuses = |seed, reversed| {
        let server = start(Kind::Error, Delay::NONE, seed);
        let mut client = Client::connect(server.base());
        let mut paths = paths();
        if reversed {
            paths.reverse();
        }
        let ask = |path: &String| {
            [client.get(path).status, client.get(path).status]
        };
        let mut statuses: Vec<[u16; 2]> =
            paths.iter().map(ask).collect();
        if reversed {
            statuses.reverse();
        }
        statuses
    };
    let first = statuses(1, false);
    assert_eq!(statuses(1, true), first);
    assert_ne!(statuses(2, false), first);
    let differ = first.iter().any(|[one, two]| one != two);
    assert!(differ, "a second attempt has its own answer");
}

#[test]
fn a_quarter_of_the_answers_of_error_are_teapots() {
    let server = start(Kind::Error, Delay::NONE, 0);
    let mut client = Client::connect(server.base());
    for path in paths() {
        client.get(&path);
    }
    let stats = server.stats();
    assert_eq!(stats.requests, 676);
    let teapots = stats.answers[&418];
    assert!((135..=203).contains(&teapots), "{teapots} of 676");
}

#[test]
fn the_rate_of_errors_can_be_set() {
    let delay = ["--delay", "0", "--error-rate"];
    let all = Server::start(&[&delay[..], &["1"]].concat());
    let none = Server::start(&[&delay[..], &["0"]].concat());
    for path in paths().iter().take(50) {
        assert_eq!(all.error().get(path).status, 418);
        assert_ne!(none.error().get(path).status, 418);
        assert_ne!(all.delay().get(path).status, 418);
    }
}

#[test]
fn the_seed_can_be_set() {
    let one = Server::start(&["--delay", "0", "--seed", "1"]);
    let two = Server::start(&["--delay", "0", "--seed", "2"]);
    let statuses = |server: &Server| -> Vec<u16> {
        let mut client = server.error();
        paths().iter().map(|path| client.get(path).status).collect()
    };
    assert_ne!(statuses(&one), statuses(&two));
}

#[test]
fn the_counts_add_up_and_only_flags_are_counted() {
    let server = start(Kind::Local, Delay::NONE, 0);
    let mut client = Client::connect(server.base());
    for path in ["/", "/stats", "/healthz", "/elsewhere", "/flags"]
    {
        client.get(path);
    }
    assert_eq!(client.stats().requests, 0);
    let etag =
        client.get("/flags/br/br.gif").headers["etag"].clone();
    let header = format!("If-None-Match: {etag}\r\n");
    client.ask("GET", "/flags/br/br.gif", &header);
    client.ask("HEAD", "/flags/br/br.gif", "");
    client.get("/flags/zz/zz.gif");
    client.get("/flags/odd");
    client.ask("PUT", "/flags/br/br.gif", "Content-Length: 0\r\n");

    let stats = client.stats();
    assert_eq!(stats, server.stats());
    assert_eq!(stats.requests, 6);
    let answers = [(200, 2), (304, 1), (404, 2), (405, 1)];
    assert_eq!(stats.answers, answers.into());
    assert_eq!((stats.in_flight, stats.abandoned), (0, 0));
    assert_eq!(stats.peak_in_flight, 1);
}

#[test]
fn each_site_counts_for_itself() {
    let server = Server::start(&["--delay", "0"]);
    server.local().get("/flags/br/br.gif");
    server.delay().get("/flags/br/br.gif");
    server.delay().get("/flags/br/br.gif");
    assert_eq!(server.local().stats().requests, 1);
    assert_eq!(server.delay().stats().requests, 2);
    assert_eq!(server.error().stats().requests, 0);
}

#[test]
fn the_peak_is_what_was_in_flight_at_once() {
    let server = start(Kind::Delay, ENDLESS, 0);
    let mut observer = Client::connect(server.base());
    let ask = |_| {
        let mut client = Client::connect(server.base());
        client.send("GET", "/flags/br/br.gif", "");
        client
    };
    let clients: Vec<Client> = (0..20).map(ask).collect();
    observer.stats_until(|stats| stats.in_flight == 20);

    // Clients that go away are in flight no more.
    drop(clients);
    let stats = observer.stats_until(|stats| stats.in_flight == 0);
    assert_eq!((stats.peak_in_flight, stats.abandoned), (20, 20));
    assert_eq!(stats.requests, 20);
    assert!(stats.answers.is_empty());
}

#[test]
fn every_answer_below_flags_is_delayed_and_the_delay_measured() {
    let ten = Duration::from_millis(10);
    let delay = Delay { min: ten, max: ten };
    let server = start(Kind::Error, delay, 0);
    let mut client = Client::connect(server.base());
    for path in ["/flags/zz/zz.gif", "/flags/odd"] {
        client.get(path);
    }
    for path in paths().iter().take(20) {
        client.get(path);
    }
    let stats = server.stats();
    assert!(stats.answers[&418] > 0 && stats.answers[&404] > 0);
    let delay = stats.delay_ms;
    // Not one was sent at once, or the mean would show it.
    assert!(delay.mean >= 10.0 && delay.p50 >= 10.0, "{delay:?}");
    assert!(delay.p99 >= delay.p50, "{delay:?}");
    // No timer is exact, so that not one is late by nothing.
    let late_ms = stats.late_ms.mean;
    assert!(late_ms > 0.0, "the delay is not measured");
    assert!(
        (delay.mean - 10.0 - late_ms).abs() < 0.01,
        "{stats:?}"
    );
    let told = server.delays();
    let mean = told.mean.as_secs_f64() * 1000.0;
    assert!((mean - delay.mean).abs() < 0.01, "{mean} ms");
    let answers: u64 = stats.answers.values().sum();
    assert_eq!(told.answers, answers);
}

#[test]
fn pages_are_not_delayed() {
    let server = start(Kind::Delay, ENDLESS, 0);
    let mut client = Client::connect(server.base());
    // An endless delay would end each of these at the deadline.
    for path in ["/", "/healthz", "/stats"] {
        assert_eq!(client.get(path).status, 200);
    }
}

/// Each path is 6 kB long: had the server kept them, it would have
/// grown by 60 MB.
#[cfg(target_os = "linux")]
#[test]
fn odd_paths_do_not_fill_the_memory() {
    let server = Server::start(&[]);
    let mut client = server.local();
    let status = format!("/proc/{}/status", server.child.id());
    let resident_kb = || -> u64 {
        let status = std::fs::read_to_string(&status).unwrap();
        let line =
            status.lines().find(|it| it.starts_with("VmRSS"));
        let value = line.unwrap().split_whitespace().nth(1);
        value.unwrap().parse().unwrap()
    };
    client.get("/flags/warm/up");
    let before = resident_kb();
    for number in 0..10_000 {
        client
            .get(&format!("/flags/{number}/{}", "x".repeat(6000)));
    }
    let grown = resident_kb().saturating_sub(before);
    assert!(grown < 10_000, "by {grown} kB");
    assert_eq!(client.stats().requests, 10_001);
}
