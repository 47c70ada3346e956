//! For how long a permit is held: seen by the server, which counts
//! what arrives.

mod support;

use std::{
    sync::{Barrier, mpsc},
    thread,
    time::Duration,
};

use countries::{Hold, Plan, log::Log};
use flags::{
    Code, country,
    server::{Embedded, File, Kind},
};
use support::{IMAGE, codes, job, server, versions};
use testing::{Canned, DEADLINE, canned_server};

/// Returns what arrived, in order, from a run with one permit and
/// a unit for each of eight codes.
fn arrivals(version: support::Version) -> Vec<File> {
    let wanted: Vec<Code> = country::pop20()[..8].to_vec();
    let server = server(Kind::Local, "1", wanted.clone());
    let folder = tempfile::tempdir().expect("a folder");
    let job = job(server.base(), wanted, 1, folder.path());
    version.run(job, 8);
    assert_eq!(server.stats().peak_in_flight, 1, "{version:?}");
    let arrivals = server.visits().into_iter();
    arrivals.map(|visit| visit.file).collect()
}

/// Tells whether the two requests of each download came together,
/// with none of another in between.
fn are_together(arrivals: &[File]) -> bool {
    let is_one = |both: &[File]| match both {
        [File::Flag(flag), File::Metadata(metadata)] => {
            flag == metadata
        }
        _ => false,
    };
    arrivals.chunks(2).all(is_one)
}

#[test]
fn a_permit_held_for_both_requests_lets_nobody_in_between() {
    for version in versions().filter(|it| it.hold == Hold::Held) {
        let arrivals = arrivals(version);
        assert_eq!(arrivals.len(), 16, "{version:?}");
        assert!(
            are_together(&arrivals),
            "{version:?}: {arrivals:?}"
        );
    }
}

/// The first to have its flag works on it, longer than any test
/// lasts: the other flag is asked for with the only permit.
#[test]
fn while_one_works_on_its_flag_another_has_the_permit() {
    for version in versions().filter(|it| it.hold == Hold::Each) {
        let (sender, arrivals) = mpsc::channel();
        let base = canned_server(move |path| {
            sender.send(path.to_owned()).ok();
            Canned::ok("image/gif", IMAGE)
        });
        let (folder, permits) = (tempfile::tempdir(), 1);
        let folder = folder.expect("a folder");
        let job = job(&base, codes("BD BR"), 1, folder.path());
        let work = Some(Duration::from_secs(3600));
        let hold = version.hold;
        let plan = Plan { hold, permits, units: 2, work };
        // It ends with the process of the tests.
        thread::spawn(move || version.run_as(job, plan));
        let next = || arrivals.recv_timeout(DEADLINE);
        let mut flags = [next(), next()].map(|path| {
            path.unwrap_or_else(|_| {
                panic!("{version:?}: no permit")
            })
        });
        flags.sort();
        let expected = ["/flags/bd/bd.gif", "/flags/br/br.gif"];
        assert_eq!(flags, expected, "{version:?}");
    }
}

/// tokio's semaphore serves whoever has waited longest: all flags
/// come before the first metadata.
#[test]
fn tasks_that_ask_again_stand_in_line_again() {
    for version in versions() {
        if (version.half, version.hold) != ("async", Hold::Each) {
            continue;
        }
        let arrivals = arrivals(version);
        let (flags, rest) = arrivals.split_at(8);
        let is_flag = |it: &File| matches!(it, File::Flag(_));
        assert!(flags.iter().all(is_flag), "{arrivals:?}");
        assert!(!rest.iter().any(is_flag), "{arrivals:?}");
    }
}

#[test]
fn both_requests_of_one_download_are_under_way_at_once() {
    for version in versions().filter(|it| it.hold == Hold::Both) {
        // Neither is answered before both have arrived.
        let meeting = Barrier::new(2);
        let base = canned_server(move |path| {
            meeting.wait();
            if path.ends_with(".json") {
                let body = r#"{"country": "Brazil"}"#;
                return Canned::ok("application/json", body);
            }
            Canned::ok("image/gif", IMAGE)
        });
        let folder = tempfile::tempdir().expect("a folder");
        let job = job(&base, codes("BR BR"), 2, folder.path());
        let seen = version.run(job, 1);
        assert_eq!(seen.counts.ok, 2, "{version:?}: {seen:?}");
    }
}

#[test]
fn the_longest_hold_is_that_of_two_requests_or_of_one() {
    for version in versions() {
        let wanted = codes("BD BR");
        let server = server(Kind::Delay, "30", wanted.clone());
        let folder = tempfile::tempdir().expect("a folder");
        let job = job(server.base(), wanted, 1, folder.path());
        version.run(job, 2);
        let log =
            Log::new(&server.visits(), 2).expect("two wholes");
        let hold = log.longest_hold(version.hold);
        let requests = match version.hold {
            Hold::Held => 2,
            _ => 1,
        };
        // A server is late now and then, and never early.
        let least = requests * Duration::from_millis(30);
        assert!(hold >= least, "{version:?}: {hold:?}");
        let (end, used) = (log.end(), log.used(1));
        assert!(end >= log.first() && used <= 100, "{used}");
        // With one permit no two requests are under way.
        assert_eq!(log.at_once(), 0, "{version:?}");
    }
}
