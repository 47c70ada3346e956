//! Finding what criterion left.

use std::fs;

use report::criterion;

mod support;
use support::leave;

#[test]
fn medians_are_read_though_there_is_no_slope() {
    let folder = tempfile::tempdir().unwrap();
    let names = ("spawn/and join", Some("thread"), Some("10"));
    leave(&folder.path().join("spawn/thread/10"), names, 1000.0);
    let found = criterion::find(folder.path()).unwrap();
    let [measured] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(measured.lesson, "spawn");
    assert_eq!(measured.id.panel, "and join");
    assert_eq!(measured.id.point, "10");
    assert_eq!(measured.id.name, "thread");
    assert_eq!(measured.median_ns, 1000.0);
    assert_eq!(measured.low_ns, 900.0);
    assert_eq!(measured.high_ns, 1100.0);
}

#[test]
fn runs_that_were_broken_off_are_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let one = folder.path().join("one");
    let other = folder.path().join("other");
    let third = folder.path().join("third");
    for place in [&one, &other, &third] {
        leave(place, ("group", Some("thread"), None), 1.0);
    }
    fs::remove_file(one.join("new/benchmark.json")).unwrap();
    fs::remove_file(other.join("new/estimates.json")).unwrap();
    fs::write(third.join("new/estimates.json"), "{\"me").unwrap();
    assert_eq!(criterion::find(folder.path()).unwrap(), []);
}

#[test]
fn the_copy_of_an_earlier_run_is_not_counted() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("group");
    leave(&place, ("group", Some("thread"), None), 1.0);
    fs::rename(place.join("new"), place.join("base")).unwrap();
    leave(&place, ("group", Some("thread"), None), 2.0);
    let found = criterion::find(folder.path()).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].median_ns, 2.0);
}

#[test]
fn names_come_from_the_file_and_not_from_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let odd = "a/b: <c> & \"d\"";
    let place = folder.path().join("a_b_ _c_ _ _d_");
    leave(&place, (odd, None, Some("async")), 1.0);
    let found = criterion::find(folder.path()).unwrap();
    assert_eq!(found[0].lesson, "a");
    assert_eq!(found[0].id.panel, "b: <c> & \"d\"");
    assert_eq!(found[0].id.name, "async");
}

#[test]
fn sizes_are_found_in_the_order_of_their_numbers() {
    let folder = tempfile::tempdir().unwrap();
    for size in ["194", "20", "5"] {
        let names = ("download", Some("thread"), Some(size));
        leave(&folder.path().join(size), names, 1.0);
    }
    let found = criterion::find(folder.path()).unwrap();
    let points = found.iter().map(|it| it.id.point.as_str());
    assert_eq!(points.collect::<Vec<_>>(), ["5", "20", "194"]);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error =
        criterion::find("no/such/folder".as_ref()).unwrap_err();
    assert!(error.to_string().contains("no/such/folder"));
}
