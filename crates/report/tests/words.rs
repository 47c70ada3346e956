//! The sentences below a table.

use std::collections::BTreeMap;

use report::{
    figures::{Figures, Lesson},
    machine::Machine,
    words,
};

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

fn on(cpu: &str, lesson: Lesson) -> Figures {
    let machine = Machine {
        cpu: cpu.to_owned(),
        cores: 2,
        memory_gib: 4,
        kernel: "6.18".to_owned(),
        rustc: "1.95".to_owned(),
    };
    let lessons = BTreeMap::from([("spawn".to_owned(), lesson)]);
    Figures { machine, lessons }
}

fn pair(task: &[f64]) -> Lesson {
    lesson(&[
        ("", "1", "thread", HUNDRED),
        ("", "1", "async", task),
    ])
}

#[test]
fn ratios_that_do_not_come_again_are_named() {
    let again = |task: &[f64], cpu| {
        let (here, there) =
            (on(cpu, pair(task)), on("a", pair(HUNDRED)));
        words::again(&here, &there)
    };
    // The same times, in another order.
    let mixed = &[104.0, 105.0, 100.0, 101.0, 103.0, 102.0];
    let same = again(mixed, "a").unwrap();
    assert!(
        same.ends_with(
            "of 1 ratios 1 have intervals that overlap."
        ),
        "{same}"
    );
    let apart = again(TWICE, "a").unwrap();
    assert!(apart.contains("of 1 ratios 0 have"), "{apart}");
    assert!(apart.contains("; not: spawn 1 async ("), "{apart}");
    assert_eq!(again(NEAR, "another"), None);
}
