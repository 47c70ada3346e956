//! Who knows one world alone keeps the promises of the pair.

mod support;

use std::sync::Arc;

use countries::{
    Book, Hold, Plan, only_async, only_thread, runtime,
};
use flags::{
    Counts, Job, Report, country,
    server::{Embedded, Kind},
};
use support::{codes, files, job, server, versions};
use testing::in_time;

/// How somebody who knows one world alone downloads many flags.
type Many = fn(&Arc<Job>, Plan, &mut Book<'_>) -> Counts;

const ONLY: [(&str, Many); 2] = [
    ("only_thread", |job, plan, book| {
        only_thread::download_many(job, plan, book)
    }),
    ("only_async", |job, plan, book| {
        let many = only_async::download_many(job, plan, book);
        runtime().expect("it starts").block_on(many)
    }),
];

/// Runs `many` with so many units, and returns what it counted and
/// the errors.
fn run(
    (name, many): (&str, Many),
    job: Job,
    units: usize,
) -> (Counts, Vec<String>) {
    let permits = job.max_req();
    let plan =
        Plan { hold: Hold::Each, permits, units, work: None };
    in_time(name, move || {
        let mut report = Report::silent();
        let mut book = Book::new(&mut report);
        let counts = many(&Arc::new(job), plan, &mut book);
        let errors = report.failures().into_iter();
        let errors = errors
            .map(|it| format!("{}: {}", it.cc, it.error))
            .collect();
        (counts, errors)
    })
}

#[test]
fn each_flag_is_saved_under_the_name_of_its_country() {
    let wanted = codes("BR CI GB");
    let server = server(Kind::Local, "0", wanted.clone());
    for only in ONLY {
        let folder = tempfile::tempdir().expect("a folder");
        let job =
            job(server.base(), wanted.clone(), 2, folder.path());
        let (counts, _) = run(only, job, 3);
        assert_eq!(counts.ok, 3, "{}", only.0);
        let expected = [
            "Brazil--BR.gif",
            "Côte_d'Ivoire--CI.gif",
            "United_Kingdom--GB.gif",
        ];
        assert_eq!(files(folder.path()), expected, "{}", only.0);
    }
}

#[test]
fn as_many_requests_are_under_way_as_permits_and_never_more() {
    for only in ONLY {
        let wanted = country::pop20();
        let server = server(Kind::Delay, "20", wanted.clone());
        let folder = tempfile::tempdir().expect("a folder");
        let job = job(server.base(), wanted, 4, folder.path());
        run(only, job, 20);
        let peak = server.stats().peak_in_flight;
        assert_eq!(peak, 4, "{}", only.0);
    }
}

#[test]
fn counts_and_errors_are_those_of_the_pair() {
    let wanted: Vec<_> = country::every().take(200).collect();
    let job_of = |base: &str, folder: &tempfile::TempDir| {
        job(base, wanted.clone(), 9, folder.path())
    };
    let serve = || server(Kind::Error, "0-3", wanted.clone());
    let folder = tempfile::tempdir().expect("a folder");
    let pair = versions().find(|it| it.hold == Hold::Each);
    let pair = pair.expect("it is there");
    let pair = pair.run(job_of(serve().base(), &folder), 20);
    assert!(pair.counts.error > 0 && pair.counts.not_found > 0);
    for only in ONLY {
        let (counts, errors) =
            run(only, job_of(serve().base(), &folder), 20);
        assert_eq!(counts, pair.counts, "{}", only.0);
        assert_eq!(errors, pair.errors, "{}", only.0);
    }
}
