//! Times, ratios, and the file that keeps them.

use std::collections::BTreeMap;

use report::{
    figures::{self, Figures},
    machine::Machine,
};

mod support;
use support::{HUNDRED, TWICE, lesson};

fn machine() -> Machine {
    Machine {
        cpu: "A \"fast\" one".to_owned(),
        cores: 2,
        memory_gib: 24,
        kernel: "Linux 6".to_owned(),
        rustc: "rustc 1.95.0".to_owned(),
    }
}

fn figures() -> Figures {
    let lesson = lesson(&[
        ("", "20", "thread", HUNDRED),
        ("", "5", "async", TWICE),
        ("", "5", "thread", HUNDRED),
    ]);
    let lessons = BTreeMap::from([("spawn".to_owned(), lesson)]);
    Figures { machine: machine(), lessons }
}

#[test]
fn a_ratio_is_taken_within_each_run() {
    // Between runs the machine changes; within them, nothing.
    let slower = &[1.0, 10.0, 100.0, 1000.0, 1e4, 1e5];
    let twice = &[2.0, 20.0, 200.0, 2000.0, 2e4, 2e5];
    let lesson = lesson(&[
        ("", "", "thread", slower),
        ("", "", "async", twice),
    ]);
    let [ratio] = lesson.ratios.as_slice() else { panic!() };
    assert_eq!(ratio.to.as_deref(), Some("thread"));
    assert_eq!(ratio.spread.median, 2.0);
    assert_eq!(ratio.spread.low, 2.0);
    assert_eq!(ratio.spread.high, 2.0);
    assert_eq!(ratio.spread.runs, 6);
}

#[test]
fn a_run_that_lacks_a_half_makes_no_ratio() {
    let lesson = lesson(&[
        ("", "", "thread", &[1.0, 1.0, 1.0]),
        ("", "", "async", &[2.0, 2.0]),
    ]);
    assert_eq!(lesson.ratios[0].spread.runs, 2);
    assert_eq!(lesson.runs(), (2, 3));
}

#[test]
fn halves_of_other_sizes_make_no_ratio() {
    let lesson = lesson(&[
        ("", "5", "thread", HUNDRED),
        ("", "20", "async", TWICE),
    ]);
    assert!(lesson.ratios.is_empty());
}

#[test]
fn a_single_run_has_the_interval_that_criterion_gave_it() {
    let lesson = lesson(&[("", "", "thread", &[100.0])]);
    let spread = lesson.times[0].spread;
    assert_eq!((spread.low, spread.high), (90.0, 110.0));
}

#[test]
fn the_file_has_a_line_for_each_row_in_a_stable_order() {
    let text = figures::text(&figures());
    assert_eq!(text, include_str!("figures.json"));
}

#[test]
fn what_was_written_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/figures.json");
    assert_eq!(figures::read(&path).unwrap(), None);
    figures::write(&path, &figures::text(&figures())).unwrap();
    assert_eq!(figures::read(&path).unwrap(), Some(figures()));
}

#[test]
fn a_file_of_something_else_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figures.json");
    figures::write(&path, "{}").unwrap();
    let error = figures::read(&path).unwrap_err();
    assert!(error.to_string().contains("figures.json"));
}
