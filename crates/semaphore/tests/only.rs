//! Who knows one world alone keeps the promises of the pair.

mod support;

use flag_server::EmbeddedServer;
use flags::{
    country,
    server::{Embedded, Kind, Wanted},
};
use support::{ONLY, VERSIONS, job};

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
