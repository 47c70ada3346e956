//! All versions of the lesson keep the same promises.

mod support;

use std::{collections::BTreeMap, fs};

use flags::{
    Code, Counts, country,
    server::{Embedded, End, File, Kind},
};
use support::{codes, files, job, server, versions};

#[test]
fn each_flag_is_saved_under_the_name_of_its_country() {
    let wanted = codes("BR CI GB US TL");
    let server = server(Kind::Local, "0", wanted.clone());
    let mut first = None;
    for version in versions() {
        let folder = tempfile::tempdir().expect("a folder");
        let job =
            job(server.base(), wanted.clone(), 3, folder.path());
        let seen = version.run(job, 5);
        assert_eq!(seen.counts.ok, 5, "{version:?}: {seen:?}");
        let names = files(folder.path());
        let expected = [
            "Brazil--BR.gif",
            "Côte_d'Ivoire--CI.gif",
            "Timor-Leste--TL.gif",
            "United_Kingdom--GB.gif",
            "United_States--US.gif",
        ];
        assert_eq!(names, expected, "{version:?}");
        let images: Vec<_> = names
            .iter()
            .map(|name| fs::read(folder.path().join(name)))
            .map(|image| image.expect("it can be read"))
            .collect();
        let first = first.get_or_insert_with(|| images.clone());
        assert!(*first == images, "{version:?} differs");
    }
}

#[test]
fn what_the_server_does_not_have_is_not_found_and_no_error() {
    let server = server(Kind::Local, "0", Vec::new());
    for version in versions() {
        let folder = tempfile::tempdir().expect("a folder");
        let codes = codes("CN XX ZZ");
        let job = job(server.base(), codes, 2, folder.path());
        let seen = version.run(job, 3);
        let expected = Counts { ok: 1, not_found: 2, error: 0 };
        assert_eq!(seen.counts, expected, "{version:?}");
        assert_eq!(files(folder.path()), ["China--CN.gif"]);
    }
}

/// What a server answered for one code: its flag, its metadata.
type Answers = BTreeMap<Code, [u16; 2]>;

fn answers(server: &dyn Embedded) -> Answers {
    let mut answers = Answers::new();
    for visit in server.visits() {
        let (_, end) = visit.end.expect("all have ended");
        let End::Answered(status) = end else {
            panic!("nobody goes away");
        };
        match visit.file {
            File::Flag(code) => {
                answers.entry(code).or_default()[0] = status;
            }
            File::Metadata(code) => {
                answers.entry(code).or_default()[1] = status;
            }
            File::Index => panic!("nobody asks for it"),
        }
    }
    answers
}

#[test]
fn counts_are_those_of_the_server_and_the_same_in_all_versions() {
    let wanted: Vec<Code> = country::every().take(200).collect();
    let mut first = None;
    for version in versions() {
        let server = server(Kind::Error, "0-3", wanted.clone());
        let folder = tempfile::tempdir().expect("a folder");
        let job =
            job(server.base(), wanted.clone(), 9, folder.path());
        let seen = version.run(job, 20);
        let answers = answers(&server);
        let told = |both: &dyn Fn([u16; 2]) -> bool| {
            answers.values().filter(|it| both(**it)).count()
        };
        let ok = told(&|it| it == [200, 200]);
        let not_found = told(&|it| it == [404, 404]);
        let error = 200 - ok - not_found;
        let of_server = Counts { ok, not_found, error };
        assert_eq!(seen.counts, of_server, "{version:?}");
        assert_eq!(seen.counts.total(), 200, "{version:?}");
        assert_eq!(files(folder.path()).len(), ok, "{version:?}");
        assert_eq!(server.stats().requests, 400, "{version:?}");
        assert!(ok > 0 && not_found > 0 && error > 0);
        let this = (seen.counts, seen.errors);
        let first = first.get_or_insert_with(|| this.clone());
        assert_eq!(*first, this, "{version:?}");
    }
}

/// The well-known Python version of this program counted 194
/// errors in a run that saved 105 files.
#[test]
fn an_error_of_one_code_does_not_stick_to_those_after_it() {
    for version in versions() {
        let wanted: Vec<Code> = country::all();
        let server = server(Kind::Error, "0", wanted.clone());
        let folder = tempfile::tempdir().expect("a folder");
        // One unit, so that each code comes after all others.
        let job = job(server.base(), wanted, 2, folder.path());
        let seen = version.run(job, 1);
        let answers = answers(&server);
        let failed: Vec<String> = answers
            .iter()
            .filter(|(_, both)| **both != [200, 200])
            .map(|(code, _)| code.to_string())
            .collect();
        let told: Vec<&str> =
            seen.errors.iter().map(|error| &error[..2]).collect();
        assert_eq!(told, failed, "{version:?}");
        let saved = files(folder.path()).len();
        assert_eq!(saved, seen.counts.ok, "{version:?}");
        assert!(saved > 100 && failed.len() > 50, "{saved}");
    }
}

#[test]
fn as_many_requests_are_under_way_as_permits_and_never_more() {
    for version in versions() {
        let wanted = country::pop20();
        let server = server(Kind::Delay, "20", wanted.clone());
        let folder = tempfile::tempdir().expect("a folder");
        let job = job(server.base(), wanted, 4, folder.path());
        version.run(job, 20);
        let peak = server.stats().peak_in_flight;
        assert_eq!(peak, 4, "{version:?}");
    }
}
