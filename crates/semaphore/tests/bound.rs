//! Every way of downloading keeps to its bound, and reaches it, by
//! the server's own count.

mod support;

use flag_server::EmbeddedServer;
use flags::{
    Counts, country,
    server::{Delay, Embedded, Kind, Wanted},
};
use support::{ONLY, VERSIONS, WRONG, gathering_server, job};

/// A version that does not reach its bound waits for ever for the
/// answers.
#[test]
fn as_many_requests_as_allowed_are_under_way() {
    for version in VERSIONS.iter().chain(&ONLY) {
        for max_req in [1, 4] {
            let (base, counted) = gathering_server(max_req);
            let (counts, _) = version.run(&job(&base, 24, max_req));
            assert_eq!(counts.ok, 24, "{}", version.name);
            let peak = counted.lock().expect("no panic").peak;
            assert_eq!(peak, max_req, "{}", version.name);
        }
    }
}

/// If they did not all come, they would wait for ever, too.
#[test]
fn all_requests_are_under_way_when_permits_are_let_go_at_once() {
    for version in WRONG {
        let (base, counted) = gathering_server(12);
        let (counts, _) = version.run(&job(&base, 12, 4));
        assert_eq!(counts.ok, 12, "{}", version.name);
        let peak = counted.lock().expect("no panic").peak;
        assert_eq!(peak, 12, "{}", version.name);
    }
}

/// Starts a server of some `kind` inside this test.
fn server(kind: Kind, delay: &str) -> EmbeddedServer {
    let delay: Delay = delay.parse().expect("a delay");
    let codes = country::pop20();
    let wanted =
        Wanted { kind, delay: Some(delay), seed: 7, codes };
    EmbeddedServer::start(&wanted).expect("a server starts")
}

/// While an answer is delayed, one request too many would come.
#[test]
fn never_more_requests_than_allowed_are_under_way() {
    for version in VERSIONS {
        let server = server(Kind::Delay, "100");
        let (counts, _) = version.run(&job(server.base(), 12, 4));
        assert_eq!(counts.total(), 12, "{}", version.name);
        let peak = server.seen().peak_in_flight;
        assert_eq!(peak, 4, "{}", version.name);
    }
}

#[test]
fn counts_are_those_of_the_server_and_the_same_in_all_versions() {
    let mut first = None;
    for version in VERSIONS.iter().chain(WRONG) {
        let server = server(Kind::Error, "0-3");
        let job = job(server.base(), 150, 9);
        let (counts, report) = version.run(&job);
        let seen = server.seen();
        let of_server = [seen.ok(), seen.not_found(), seen.error()];
        let Counts { ok, not_found, error } = counts;
        let told = [ok, not_found, error].map(|it| it as u64);
        assert_eq!(told, of_server, "{}", version.name);
        assert_eq!(counts.total(), 150, "{}", version.name);
        assert!(error > 0 && not_found > 0 && ok > 0);
        let bounded = seen.peak_in_flight <= 9;
        let wrong = version.name.contains("wrong");
        assert!(bounded || wrong, "{}", version.name);
        let failures = report.failures();
        assert_eq!(failures.len(), error);
        assert_eq!(failures[0].error, "418 I'm a teapot");
        let first = first.get_or_insert((counts, failures.clone()));
        assert_eq!(first.0, counts, "{}", version.name);
        assert_eq!(first.1, failures, "{}", version.name);
    }
}
