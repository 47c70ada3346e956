//! A server that sends anything spoils no download but the one it
//! spoils, and nothing outside the destination.

mod support;

use std::{collections::BTreeMap, fs};

use flags::Counts;
use support::{IMAGE, codes, files, job, versions};
use testing::{Canned, canned_server};

/// What is under the two addresses of a code.
#[derive(Clone, Debug)]
struct Country {
    code: &'static str,
    flag: Canned,
    metadata: Canned,
}

/// A country that is as it should be, but for its name.
fn called(code: &'static str, name: &str) -> Country {
    // What JSON can hold, `{:?}` of Rust nearly is.
    let name = serde_json::Value::from(name);
    let metadata = format!("{{\"country\": {name}}}");
    Country {
        code,
        flag: Canned::ok("image/gif", IMAGE),
        metadata: Canned::ok("application/json", metadata),
    }
}

fn with_flag(code: &'static str, flag: Canned) -> Country {
    Country { flag, ..called(code, code) }
}

fn with_metadata(code: &'static str, metadata: Canned) -> Country {
    Country { metadata, ..called(code, code) }
}

fn with_json(code: &'static str, metadata: &str) -> Country {
    with_metadata(code, Canned::ok("application/json", metadata))
}

/// Starts a server that has `countries`, and nothing else.
fn server_of(countries: &[Country]) -> String {
    let answers: BTreeMap<String, Canned> = countries
        .iter()
        .flat_map(|it| {
            let code = it.code.to_lowercase();
            let path = |file| format!("/flags/{code}/{file}");
            let flag = path(format!("{code}.gif"));
            let metadata = path("metadata.json".to_owned());
            [
                (flag, it.flag.clone()),
                (metadata, it.metadata.clone()),
            ]
        })
        .collect();
    canned_server(move |path| {
        let none = || Canned::status(404);
        answers.get(path).cloned().unwrap_or_else(none)
    })
}

fn list(countries: &[Country]) -> String {
    let codes = countries.iter().map(|country| country.code);
    codes.collect::<Vec<_>>().join(" ")
}

#[test]
fn each_fault_is_an_error_of_its_code_alone_and_says_what_it_is() {
    let missing = || Canned::status(404);
    let deep = "[".repeat(100_000);
    let faults = [
        (
            with_flag("BA", missing()),
            "BA: the flag is missing, its metadata is there",
        ),
        (
            with_metadata("BB", missing()),
            "BB: the metadata is missing, the flag is there",
        ),
        (
            with_flag("BC", Canned::status(418)),
            "BC: the flag: 418 I'm a teapot",
        ),
        (
            with_metadata("BD", Canned::status(503)),
            "BD: the metadata: 503 Service Unavailable",
        ),
        (
            with_flag("BE", Canned::ok("image/gif", "Sorry")),
            "BE: the flag: the answer is not a whole GIF image",
        ),
        (
            with_flag("BF", Canned::ok("application/json", "{}")),
            "BF: the flag: the answer is not a whole GIF image",
        ),
        (
            with_flag("BG", Canned::ok("application/json", IMAGE)),
            "BG: the flag: not JSON: expected value",
        ),
        (
            with_json("BH", "<html>"),
            "BH: the metadata: not JSON: expected value",
        ),
        (
            with_json("BI", ""),
            "BI: the metadata: not JSON: EOF while parsing",
        ),
        (
            with_json("BJ", r#"{"country": "Benin"#),
            "BJ: the metadata: not JSON: EOF while parsing",
        ),
        (
            with_json("BK", &deep),
            "BK: the metadata: not JSON: recursion limit",
        ),
        (
            with_json("BL", r#"{"country": "\ud800"}"#),
            "BL: the metadata: not JSON: unexpected end of hex",
        ),
        (
            with_json("BM", r#"{"iso_cc": "BM"}"#),
            "BM: the metadata: no text called `country` in it",
        ),
        (
            with_json("BN", r#"{"country": 7}"#),
            "BN: the metadata: no text called `country` in it",
        ),
        (
            with_json("BO", r#"{"country": ["Bolivia"]}"#),
            "BO: the metadata: no text called `country` in it",
        ),
        (
            with_json("BP", r#""Bolivia""#),
            "BP: the metadata: no text called `country` in it",
        ),
        (
            called("BQ", "../.."),
            "BQ: no file name can be made of the country \"../..\"",
        ),
    ];
    let good = "CA CB CC CD CE CF".split(' ');
    let good = good.map(|code| called(code, "Good"));
    let bad = faults.iter().map(|(country, _)| country.clone());
    let all: Vec<Country> = bad.chain(good).collect();
    let base = server_of(&all);
    for version in versions() {
        let folder = tempfile::tempdir().expect("a folder");
        // Two codes that the server has nothing of.
        let wanted = codes(&(list(&all) + " ZY ZZ"));
        let job = job(&base, wanted, 2, folder.path());
        let seen = version.run(job, 3);
        let error = faults.len();
        let expected = Counts { ok: 6, not_found: 2, error };
        assert_eq!(seen.counts, expected, "{seen:#?}");
        for (told, (_, expected)) in seen.errors.iter().zip(&faults)
        {
            assert!(
                told.starts_with(expected),
                "{version:?} told {told:?}, not {expected:?}"
            );
        }
        let saved = ["CA", "CB", "CC", "CD", "CE", "CF"];
        let saved = saved.map(|code| format!("Good--{code}.gif"));
        assert_eq!(files(folder.path()), saved, "{version:?}");
    }
}

#[test]
fn whatever_a_country_is_called_nothing_is_saved_elsewhere() {
    let long = "x".repeat(100_000);
    let names = [
        ("DA", "../../../outside", "outside--DA.gif"),
        ("DB", "/outside", "outside--DB.gif"),
        ("DC", r"..\outside", "outside--DC.gif"),
        ("DD", "a/b/c", "a_b_c--DD.gif"),
        ("DE", "flags/../../x", "flags_.._.._x--DE.gif"),
        ("DF", "nul", "nul--DF.gif"),
        ("DG", "x\0y\n", "x_y--DG.gif"),
        ("DH", "fig.\u{202e}elif", "fig._elif--DH.gif"),
        ("DI", "Côte d'Ivoire", "Côte_d'Ivoire--DI.gif"),
        ("DJ", "Co\u{302}te d'Ivoire", "Côte_d'Ivoire--DJ.gif"),
        ("DK", "CÔTE D'IVOIRE", "CÔTE_D'IVOIRE--DK.gif"),
    ];
    let mut all: Vec<Country> = names
        .iter()
        .map(|(code, name, _)| called(code, name))
        .collect();
    all.push(called("DL", &long));
    let base = server_of(&all);
    for version in versions() {
        let above = tempfile::tempdir().expect("a folder");
        let folder = above.path().join("a").join("b");
        fs::create_dir_all(&folder).expect("a folder");
        let job = job(&base, codes(&list(&all)), 2, &folder);
        let seen = version.run(job, 3);
        assert_eq!(seen.counts.ok, all.len(), "{seen:#?}");
        assert_eq!(files(above.path()), ["a"]);
        assert_eq!(files(&above.path().join("a")), ["b"]);
        let saved = files(&folder);
        assert_eq!(saved.len(), all.len(), "{saved:#?}");
        for (_, _, expected) in names {
            let there = saved.iter().any(|name| name == expected);
            assert!(there, "{version:?}: {expected}: {saved:#?}");
        }
    }
}

#[test]
fn one_code_twice_is_one_file_which_is_whole() {
    let base = server_of(&[called("BR", "Brazil")]);
    for version in versions() {
        let folder = tempfile::tempdir().expect("a folder");
        let wanted = codes("BR BR BR BR BR BR");
        let job = job(&base, wanted, 3, folder.path());
        let seen = version.run(job, 6);
        assert_eq!(seen.counts.ok, 6, "{version:?}: {seen:#?}");
        assert_eq!(files(folder.path()), ["Brazil--BR.gif"]);
        let saved = folder.path().join("Brazil--BR.gif");
        assert_eq!(fs::read(saved).expect("there"), IMAGE);
    }
}

/// Somebody may have put a link there, to a file of ours.
#[cfg(unix)]
#[test]
fn a_link_of_that_name_is_replaced_and_not_followed() {
    let base = server_of(&[called("BR", "Brazil")]);
    for version in versions() {
        let above = tempfile::tempdir().expect("a folder");
        let folder = above.path().join("flags");
        fs::create_dir(&folder).expect("a folder");
        let precious = above.path().join("precious");
        fs::write(&precious, "as it was").expect("written");
        let link = folder.join("Brazil--BR.gif");
        std::os::unix::fs::symlink(&precious, &link).expect("made");
        let job = job(&base, codes("BR"), 2, &folder);
        assert_eq!(version.run(job, 1).counts.ok, 1);
        let kept = fs::read_to_string(&precious).expect("there");
        assert_eq!(kept, "as it was", "{version:?}");
        assert_eq!(fs::read(&link).expect("there"), IMAGE);
    }
}

#[test]
fn json_is_known_by_its_type_or_by_the_name() {
    let metadata = br#"{"country": "Brazil"}"#;
    for content_type in [
        "application/json",
        "Application/JSON; charset=utf-8",
        "text/plain",
        "image/gif",
    ] {
        let metadata = Canned::ok(content_type, &metadata[..]);
        let base = server_of(&[with_metadata("BR", metadata)]);
        for version in versions() {
            let folder = tempfile::tempdir().expect("a folder");
            let job = job(&base, codes("BR"), 2, folder.path());
            let seen = version.run(job, 1);
            assert_eq!(seen.counts.ok, 1, "{seen:?}");
            assert_eq!(files(folder.path()), ["Brazil--BR.gif"]);
        }
    }
}
