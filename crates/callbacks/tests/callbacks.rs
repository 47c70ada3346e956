//! All four forms keep the same promises.

mod support;

use std::error::Error as _;

use callbacks::{Cause, Error, hell::cost};
use flags::{
    Code, DownloadStatus, country,
    server::{Embedded, Kind},
};
use support::{
    FORMS, PATHS, all_three, asked, canned, code, files, server,
};
use testing::Canned;

#[test]
fn all_forms_come_to_the_same_flag_by_the_same_three_requests() {
    let mut first = None;
    for form in FORMS {
        let server = server(Kind::Local);
        let flag = form.run_one(server.base(), "BR");
        let flag = flag.expect("a flag");
        assert_eq!(
            flag.metadata.country, "Brazil",
            "{}",
            form.name
        );
        let expected = all_three(code("BR"));
        assert_eq!(files(&server), expected, "{}", form.name);
        let first = first.get_or_insert_with(|| flag.clone());
        assert_eq!(*first, flag, "{}", form.name);
    }
}

#[test]
fn error_stops_later_stages_and_reaches_the_caller_with_its_cause()
{
    let told = [
        "stage 1, index: 418 I'm a teapot",
        "stage 2, metadata of BR: 418 I'm a teapot",
        "stage 3, flag of BR: 418 I'm a teapot",
    ];
    for form in FORMS {
        for (number, told) in told.iter().enumerate() {
            let teapot = Canned::status(418);
            let (base, paths) = canned(PATHS[number], teapot);
            let error = form.run_one(&base, "BR");
            let error = error.expect_err("a refusal");
            let name = form.name;
            assert_eq!(error.chain(), *told, "{name}");
            assert_eq!(asked(&paths), PATHS[..=number], "{name}");
            let cause = error.source().expect("a cause");
            let cause = cause.downcast_ref();
            let refused = matches!(
                cause,
                Some(Cause::Request(flags::Error::Status(_)))
            );
            assert!(refused, "{name}: {cause:?}");
        }
    }
}

#[test]
fn answer_that_makes_no_sense_is_the_error_of_its_stage() {
    let told = ["stage 1", "stage 2", "stage 3"];
    for form in FORMS {
        for (number, told) in told.iter().enumerate() {
            let nonsense = Canned::ok("text/plain", "nonsense");
            let (base, paths) = canned(PATHS[number], nonsense);
            let error = form.run_one(&base, "BR");
            let error = error.expect_err("nonsense").chain();
            let name = form.name;
            assert!(error.starts_with(told), "{name}: {error}");
            assert_eq!(asked(&paths), PATHS[..=number], "{name}");
        }
    }
}

#[test]
fn code_that_the_index_does_not_list_is_asked_for_no_further() {
    for form in FORMS {
        let server = server(Kind::Local);
        let error = form.run_one(server.base(), "ZZ");
        let error = error.expect_err("no such code");
        let told = "stage 1, index: it does not list ZZ";
        assert_eq!(error.chain(), told, "{}", form.name);
        assert_eq!(error.status(), DownloadStatus::NotFound);
        assert_eq!(files(&server).len(), 1, "{}", form.name);
    }
}

/// The third stage needs the second one's answer, not only its
/// end.
#[test]
fn third_stage_asks_for_what_the_second_one_said() {
    for form in FORMS {
        let other = r#"{"iso_cc": "XY", "country": "Nowhere"}"#;
        let other = Canned::ok("application/json", other);
        let (base, paths) = canned("metadata.json", other);
        let error = form.run_one(&base, "BR");
        let error = error.expect_err("not there").chain();
        let told = "stage 3, flag of XY: not found";
        assert_eq!(error, told, "{}", form.name);
        let last = asked(&paths).pop();
        assert_eq!(last.as_deref(), Some("xy.gif"));
    }
}

#[test]
fn counts_are_those_of_the_server_and_the_same_in_all_forms() {
    let mut first = None;
    for form in FORMS {
        let server = server(Kind::Error);
        let codes: Vec<Code> = country::every().take(200).collect();
        let (log, ends) = form.run(server.base(), codes);
        let (counts, seen) = (log.counts(), server.seen());
        let told = [seen.ok(), seen.not_found(), seen.error()];
        let name = form.name;
        let counted = [counts.ok, counts.not_found, counts.error];
        assert_eq!(counted.map(|n| n as u64), told, "{name}");
        assert_eq!(counts.total(), log.requests().len(), "{name}");
        assert!(counts.error > 0, "some fail");
        assert!(ends.iter().any(Result::is_ok), "some do not");
        let told = |end: &Result<_, Error>| {
            end.as_ref().err().map(Error::chain)
        };
        let ends: Vec<_> = ends.iter().map(told).collect();
        let first = first.get_or_insert_with(|| ends.clone());
        assert_eq!(*first, ends, "{name}: same seed, same errors");
    }
}

#[test]
fn an_unreachable_server_is_an_error_of_the_first_stage() {
    let base = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0");
        let listener = listener.expect("binds");
        let address = listener.local_addr().expect("an address");
        format!("http://{address}/flags")
    };
    for form in FORMS {
        let error = form.run_one(&base, "BR");
        let error = error.expect_err("nobody listens").chain();
        let told = "stage 1, index: no whole answer: ";
        assert!(error.starts_with(told), "{}: {error}", form.name);
        let cause = error.to_lowercase();
        assert!(
            cause.contains("refused"),
            "{}: {error}",
            form.name
        );
    }
}

#[test]
fn what_a_form_costs_is_counted_in_its_source() {
    let [nested, blocking, combined, awaited] =
        cost::FORMS.map(|form| form.cost());
    assert_eq!(blocking, awaited, "line-parallel");
    assert_eq!(awaited.by_mark, 4, "three stages and a choice");
    assert_eq!(nested.by_hand, 4, "the same, by hand");
    assert_eq!((combined.by_hand, combined.by_mark), (0, 0));
    assert!(nested.lines > combined.lines);
    assert!(combined.lines > awaited.lines);
    assert!(nested.depth > combined.depth);
    assert!(combined.depth > awaited.depth);
}
