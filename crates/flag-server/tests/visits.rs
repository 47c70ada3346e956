//! What a server inside a program tells of each request.

mod common;

use common::{Client, watch};
use flag_server::EmbeddedServer;
use flags::{
    country,
    server::{Embedded, End, File, Kind, Visit, Wanted},
};

fn wanted(kind: Kind) -> Wanted {
    Wanted { kind, delay: None, seed: 0, codes: country::pop20() }
}

/// What a server says of one visit, without its times.
fn told(visit: &Visit) -> (File, Option<End>) {
    (visit.file, visit.end.map(|(_, end)| end))
}

#[test]
fn it_tells_each_request_when_it_came_and_how_it_ended() {
    watch();
    let server = EmbeddedServer::start(&Wanted {
        delay: Some("60000".parse().unwrap()),
        ..wanted(Kind::Delay)
    });
    let slow = server.unwrap();
    let local = EmbeddedServer::start(&wanted(Kind::Local));
    let local = local.unwrap();
    let mut client = Client::connect(local.base());
    let paths = ["index.json", "br/br.gif", "zz/metadata.json"];
    for path in paths {
        client.get(&format!("/flags/{path}"));
    }
    client.get("/flags/no/such/file");
    let [br, zz] = ["BR", "ZZ"].map(|code| code.parse().unwrap());
    let visits = local.visits();
    assert_eq!(
        visits.iter().map(told).collect::<Vec<_>>(),
        [
            (File::Index, Some(End::Answered(200))),
            (File::Flag(br), Some(End::Answered(200))),
            (File::Metadata(zz), Some(End::Answered(404))),
        ]
    );
    let times = |visit: &Visit| {
        [visit.arrived, visit.end.expect("it has ended").0]
    };
    assert!(visits.iter().flat_map(times).is_sorted());
    let seen = local.seen();
    assert_eq!((seen.ok(), seen.not_found()), (2, 2));
    assert_eq!((seen.error(), seen.peak_in_flight), (0, 1));

    let mut waiting = Client::connect(slow.base());
    waiting.send("GET", "/flags/br/br.gif", "");
    let mut observer = Client::connect(slow.base());
    observer.stats_until(|stats| stats.in_flight == 1);
    let waits = (File::Flag(br), None);
    assert_eq!(told(&slow.visits()[0]), waits);
    drop(waiting);
    observer.stats_until(|stats| stats.abandoned == 1);
    let left = (File::Flag(br), Some(End::Abandoned));
    assert_eq!(told(&slow.visits()[0]), left);
}

#[test]
fn rewound_it_draws_the_same_again() {
    watch();
    let server = EmbeddedServer::start(&Wanted {
        delay: Some("0".parse().unwrap()),
        ..wanted(Kind::Error)
    });
    let server = server.unwrap();
    let mut client = Client::connect(server.base());
    let mut statuses = || -> Vec<u16> {
        let path = "/flags/br/br.gif";
        (0..20).map(|_| client.get(path).status).collect()
    };
    let [first, second] = [statuses(), statuses()];
    assert_ne!(first, second);
    server.rewind();
    assert_eq!(statuses(), first);
}
