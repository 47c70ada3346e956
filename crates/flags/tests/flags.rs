//! Codes, addresses, errors and files.

use std::{collections::HashSet, fs, io, time::Duration};

use flags::{
    Code, DownloadStatus, Error, Job, Outcome, Report,
    country::{self, Codes},
    dest::{self, Dest},
    server::{Delay, Kind, Server},
    site::{self, Site},
};

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

#[test]
fn there_are_249_countries_and_all_have_names() {
    let all = country::all();
    assert_eq!(all.len(), 249);
    assert!(all.iter().all(|code| code.country().is_some()));
    let names: HashSet<_> =
        all.iter().filter_map(|code| code.country()).collect();
    assert_eq!(names.len(), 249, "no name stands for two");
    assert_eq!(code("CI").country(), Some("Côte d'Ivoire"));
    for none in ["AA", "EU", "XK", "ZZ"] {
        assert_eq!(code(none).country(), None, "{none}");
    }
}

#[test]
fn the_twenty_most_populous_are_twenty_countries_in_order() {
    let codes = country::pop20();
    assert_eq!(codes.len(), 20);
    assert!(codes.is_sorted());
    assert!(codes.iter().all(|code| code.country().is_some()));
}

#[test]
fn every_code_is_there_once_and_in_order() {
    let codes: Vec<Code> = country::every().collect();
    assert_eq!(codes.len(), 26 * 26);
    assert!(codes.is_sorted_by(|a, b| a < b));
}

#[test]
fn a_code_is_two_letters_of_any_case() {
    assert_eq!(code("br").as_str(), "BR");
    assert_eq!(code("BR").lower(), "br");
    for wrong in ["", "B", "BRA", "B1", "é", "ß", "..", "/x"] {
        assert!(wrong.parse::<Code>().is_err(), "{wrong}");
    }
}

#[test]
fn a_letter_lists_26_codes() {
    let codes: Codes = "b".parse().expect("a letter");
    let codes = codes.list();
    assert_eq!(codes.len(), 26);
    assert_eq!((codes[0], codes[25]), (code("BA"), code("BZ")));
}

#[test]
fn addresses_are_those_of_the_classic_servers() {
    let site: Site =
        "http://127.0.0.1:8001/flags/".parse().expect("a site");
    let flag = "http://127.0.0.1:8001/flags/br/br.gif";
    assert_eq!(site.flag_url(code("BR")), flag);
    let metadata = "http://127.0.0.1:8001/flags/br/metadata.json";
    assert_eq!(site.metadata_url(code("BR")), metadata);
    assert_eq!(site.flag_path(code("BR")), "/flags/br/br.gif");
    assert_eq!(site.host(), "127.0.0.1:8001");
}

#[test]
fn an_address_of_something_else_is_refused() {
    for wrong in [
        "flags",
        "ftp://example.org/flags",
        "http://example.org/",
        "http://example.org/flags?x=1",
        "http://",
        "http://:8001/flags",
        "http://somebody@example.org/flags",
    ] {
        assert!(wrong.parse::<Site>().is_err(), "{wrong}");
    }
}

#[test]
fn a_server_is_a_label_or_an_address() {
    let server = |text: &str| text.parse::<Server>();
    assert_eq!(server("error"), Ok(Server::Inside(Kind::Error)));
    assert!(server("remote").expect("known").is_encrypted());
    let error = server("nowhere").expect_err("no such label");
    assert!(error.contains("local, delay, error"), "{error}");
}

#[test]
fn a_delay_is_one_number_or_two() {
    let delay: Delay = "50-500".parse().expect("a delay");
    assert_eq!(delay, Delay::CLASSIC);
    assert_eq!(delay.to_string(), "50-500 ms");
    let delay: Delay = "250".parse().expect("a delay");
    assert_eq!(delay.min, Duration::from_millis(250));
    assert_eq!(delay.to_string(), "250 ms");
    for wrong in ["", "5-", "9-3", "-5", "1e3", "99999999"] {
        assert!(wrong.parse::<Delay>().is_err(), "{wrong}");
    }
}

#[test]
fn a_status_says_whether_a_flag_failed_or_is_not_there() {
    assert!(site::check_status(200).is_ok());
    let missing = site::check_status(404).expect_err("not there");
    assert_eq!(missing.status(), DownloadStatus::NotFound);
    for status in [204, 301, 403, 418, 500, 999] {
        let error =
            site::check_status(status).expect_err("no flag");
        assert_eq!(
            error.status(),
            DownloadStatus::Error,
            "{status}"
        );
    }
}

#[test]
fn an_error_tells_all_its_causes() {
    let cause = io::Error::new(
        io::ErrorKind::UnexpectedEof,
        "it broke off",
    );
    let error = Error::transport(cause);
    assert_eq!(error.chain(), "no whole answer: it broke off");
}

#[test]
fn only_a_whole_gif_is_a_flag() {
    assert!(site::check_image(b"GIF89a...;").is_ok());
    for wrong in [&b""[..], b"GIF89a...", b"<html>;", b"GIF"] {
        assert!(site::check_image(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_file_is_replaced_whole_or_stays_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("br.gif");
    dest::write_whole(&path, b"old").expect("written");
    dest::write_whole(&path, b"new").expect("replaced");
    assert_eq!(fs::read(&path).expect("there"), b"new");
    let gone = folder.path().join("gone/br.gif");
    assert!(dest::write_whole(&gone, b"new").is_err());
    let entries = fs::read_dir(folder.path()).expect("there");
    assert_eq!(entries.count(), 1, "nothing else is left behind");
}

#[test]
fn nothing_is_saved_elsewhere_than_in_the_destination() {
    let above = tempfile::tempdir().expect("a folder");
    let folder = above.path().join("flags");
    let dest = Dest::Folder(folder.clone());
    dest.prepare().expect("it can be written into");
    let outside = above.path().join("x").display().to_string();
    for name in
        ["../x", "a/../../x", "..", ".", "", "./x", "x/", &outside]
    {
        assert!(dest.save_as(b"x", name).is_err(), "{name}");
    }
    dest.save_as(b"x", "x").expect("a name");
    let count = |folder| fs::read_dir(folder).expect("it").count();
    assert_eq!((count(above.path()), count(&folder)), (1, 1));
}

#[cfg(unix)]
#[test]
fn a_saved_flag_can_be_read_by_others_as_usual() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let mode = |name: &str| {
        let path = folder.path().join(name);
        fs::metadata(path).expect("there").permissions().mode()
    };
    let ours = folder.path().join("ours");
    dest::write_whole(&ours, b"x").expect("written");
    fs::write(folder.path().join("usual"), b"x").expect("written");
    assert_eq!(mode("ours"), mode("usual"));
}

fn job(count: usize, max_req: usize) -> Job {
    let site = "http://127.0.0.1/flags".parse().expect("a site");
    let codes = vec![code("BR"), code("CN")];
    let timeout = Duration::from_secs(1);
    Job::new(codes, count, max_req, site, Dest::Nowhere, timeout)
}

#[test]
fn a_job_hands_out_its_codes_as_often_as_asked() {
    let job = job(5, 9);
    let taken: Vec<_> = std::iter::from_fn(|| job.take()).collect();
    let expected = ["BR", "CN", "BR", "CN", "BR"].map(code);
    assert_eq!(taken, expected);
    assert_eq!(job.take(), None);
}

#[test]
fn no_more_requests_are_made_at_once_than_there_are_downloads() {
    assert_eq!(job(3, 9).max_req(), 3);
    assert_eq!(job(9, 3).max_req(), 3);
}

#[test]
fn a_report_counts_all_and_keeps_a_bounded_number_of_failures() {
    let mut report = Report::silent();
    for number in 0..3000 {
        let result = match number % 3 {
            0 => Ok(7),
            1 => Err(Error::NotFound),
            _ => Err(Error::NotAFlag),
        };
        let outcome = Outcome { code: code("BR"), result };
        report.add(outcome).expect("nothing is shown");
    }
    let counts = report.counts();
    assert_eq!(counts.total(), 3000);
    assert_eq!((counts.ok, counts.not_found), (1000, 1000));
    for _ in 0..1000 {
        let result = Err(Error::NotAFlag);
        let outcome = Outcome { code: code("BR"), result };
        report.add(outcome).expect("nothing is shown");
    }
    assert_eq!(report.counts().error, 2000);
    assert_eq!(report.failures().len(), 1000);
}
