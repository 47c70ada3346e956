//! All programs of the lesson keep the same promises.

mod support;

use std::{fs, time::Duration};

use flag_server::EmbeddedServer;
use flags::{
    Code, Counts, country,
    server::{Delay, Embedded, Kind, Wanted},
};
use support::{VERSIONS, codes, files, job};

const TIMEOUT: Duration = Duration::from_secs(30);

fn server(kind: Kind, delay: &str) -> EmbeddedServer {
    let delay: Delay = delay.parse().expect("a delay");
    let codes = country::pop20();
    let wanted =
        Wanted { kind, delay: Some(delay), seed: 7, codes };
    EmbeddedServer::start(&wanted).expect("a server starts")
}

#[test]
fn all_versions_save_the_same_bytes() {
    let server = server(Kind::Local, "0");
    let mut first: Option<Vec<Vec<u8>>> = None;
    for version in VERSIONS {
        let folder = tempfile::tempdir().expect("a folder");
        let codes = country::pop20();
        let job =
            job(server.base(), codes, 5, folder.path(), TIMEOUT);
        let (counts, _) = version.run(job);
        assert_eq!(counts.ok, 20, "{}", version.name);
        let files = files(folder.path());
        assert_eq!(files[0], "bd.gif", "{}", version.name);
        let images: Vec<_> = files
            .iter()
            .map(|name| fs::read(folder.path().join(name)))
            .map(|image| image.expect("it can be read"))
            .collect();
        let first = first.get_or_insert_with(|| images.clone());
        assert!(*first == images, "{} differs", version.name);
    }
}

#[test]
fn what_the_server_does_not_have_is_not_found_and_no_error() {
    let server = server(Kind::Local, "0");
    for version in VERSIONS {
        let folder = tempfile::tempdir().expect("a folder");
        let codes = codes("CN XX ZZ");
        let job =
            job(server.base(), codes, 2, folder.path(), TIMEOUT);
        let (counts, _) = version.run(job);
        let expected = Counts { ok: 1, not_found: 2, error: 0 };
        assert_eq!(counts, expected, "{}", version.name);
        assert_eq!(files(folder.path()), ["cn.gif"]);
    }
}

#[test]
fn counts_are_those_of_the_server_and_the_same_in_all_versions() {
    let mut first = None;
    for version in VERSIONS {
        let server = server(Kind::Error, "0-3");
        let folder = tempfile::tempdir().expect("a folder");
        let codes: Vec<Code> = country::every().take(200).collect();
        let job =
            job(server.base(), codes, 9, folder.path(), TIMEOUT);
        let (counts, _) = version.run(job);
        let stats = server.stats();
        let told = |status| {
            stats.answers.get(&status).map_or(0, |n| *n as usize)
        };
        let of_server = Counts {
            ok: told(200),
            not_found: told(404),
            error: told(418),
        };
        assert_eq!(counts, of_server, "{}", version.name);
        assert_eq!(counts.total(), 200, "{}", version.name);
        assert!(counts.error > 0 && counts.not_found > 0);
        let first = first.get_or_insert(counts);
        assert_eq!(*first, counts, "{}", version.name);
    }
}

#[test]
fn as_many_requests_are_under_way_as_allowed_and_never_more() {
    for version in VERSIONS {
        let server = server(Kind::Delay, "20");
        let folder = tempfile::tempdir().expect("a folder");
        let codes = country::pop20();
        let max_req =
            if version.name == "sequential" { 1 } else { 4 };
        let base = server.base();
        let job = job(base, codes, max_req, folder.path(), TIMEOUT);
        version.run(job);
        let peak = server.stats().peak_in_flight;
        assert_eq!(peak, max_req as u64, "{}", version.name);
    }
}
