//! Who knows one world alone keeps the promises of the pair.

mod support;

use flag_server::EmbeddedServer;
use flags::{
    country,
    server::{Embedded, Kind, Wanted},
};
use support::{ONLY, VERSIONS, gathering_server, job};

/// A version that does not reach its bound waits for ever for the
/// answers.
#[test]
fn as_many_requests_as_allowed_are_under_way_and_never_more() {
    for version in ONLY {
        for max_req in [1, 4] {
            let (base, counted) = gathering_server(max_req);
            let (counts, _) = version.run(&job(&base, 24, max_req));
            assert_eq!(counts.ok, 24, "{}", version.name);
            let peak = counted.lock().expect("no panic").peak;
            assert_eq!(peak, max_req, "{}", version.name);
        }
    }
}

#[test]
fn counts_and_failures_are_those_of_the_pair() {
    let [pair, ..] = VERSIONS else { panic!("there is a pair") };
    let all = [*pair, ONLY[0], ONLY[1]].map(|version| {
        let server = EmbeddedServer::start(&Wanted {
            kind: Kind::Error,
            delay: "0-3".parse().ok(),
            seed: 7,
            codes: country::pop20(),
        });
        let server = server.expect("a server starts");
        let (counts, report) =
            version.run(&job(server.base(), 150, 9));
        assert!(counts.error > 0 && counts.not_found > 0);
        (counts, report.failures())
    });
    let [pair, rest @ ..] = &all;
    assert!(rest.iter().all(|it| it == pair), "{all:?}");
}
