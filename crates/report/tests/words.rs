//! The sentences below a table.

use report::words;

mod support;
use support::{HUNDRED, NEAR, TWICE, lesson};

fn said(rows: &[(&str, &str, &str, &[f64])]) -> String {
    words::about(&lesson(rows)).join("\n")
}

#[test]
fn intervals_that_overlap_make_nobody_faster() {
    let said = said(&[
        ("", "", "thread", HUNDRED),
        ("", "", "async", NEAR),
    ]);
    assert!(!said.contains("faster"), "{said}");
    assert!(!said.contains("win"), "{said}");
    assert!(said.contains("no difference"), "{said}");
}

#[test]
fn where_threads_win_it_says_that_threads_win() {
    let said = said(&[
        ("", "", "thread", HUNDRED),
        ("", "", "async", TWICE),
    ]);
    assert_eq!(
        said,
        "threads win: thread was faster than async (async took \
         2.00 times as long)."
    );
}

#[test]
fn where_tasks_win_it_says_by_how_much() {
    let said = said(&[
        ("delay 5 ms", "", "thread", TWICE),
        ("delay 5 ms", "", "async", HUNDRED),
    ]);
    assert_eq!(
        said,
        "delay 5 ms: async was faster than thread (thread took \
         2.00 times as long)."
    );
}

#[test]
fn sizes_are_told_apart() {
    let said = said(&[
        ("", "5", "thread", HUNDRED),
        ("", "5", "async", TWICE),
        ("", "20", "thread", TWICE),
        ("", "20", "async", HUNDRED),
        ("", "50", "thread", HUNDRED),
        ("", "50", "async", NEAR),
    ]);
    assert!(said.contains("async was faster than thread at 20 ("));
    assert!(said.contains("threads win at 5: "), "{said}");
    assert!(
        said.contains("thread and async at 50 there is no diff"),
        "{said}"
    );
}

#[test]
fn too_few_runs_make_nobody_faster_however_far_apart() {
    let said = said(&[
        ("", "", "thread", &HUNDRED[..5]),
        ("", "", "async", &TWICE[..5]),
    ]);
    assert!(!said.contains("was faster"), "{said}");
    assert!(said.starts_with("5 runs cannot tell"), "{said}");
}

#[test]
fn without_pairs_the_shortest_and_the_longest_are_named() {
    let said =
        said(&[("", "", "park", TWICE), ("", "", "mpsc", HUNDRED)]);
    assert_eq!(
        said,
        "mpsc was the shortest (102 ns); park took 2.00 times as \
         long (205 ns)."
    );
}
