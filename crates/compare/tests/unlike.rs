//! What the sentences about a lesson's halves say of times that
//! are no race.

use std::{collections::BTreeSet, time::Duration};

use compare::{
    accounts::Costs,
    halves::{Measured, Outcome, Wanted, outcome::Run, words},
};

/// Halves that took so many ms in each of three rounds, and so
/// many ms on a core.
fn text(thread: [u64; 2], task: [u64; 2]) -> String {
    let rounds = |[wall, cpu]: [u64; 2]| {
        ([wall; 3], Duration::from_millis(cpu))
    };
    text_of(rounds(thread), rounds(task))
}

/// Halves that took so many ms, round by round, and each time so
/// much on a core.
fn text_of(
    thread: ([u64; 3], Duration),
    task: ([u64; 3], Duration),
) -> String {
    let half = |name, (walls, cpu): ([u64; 3], Duration)| {
        let costs = Costs { cpu: Some(cpu), ..Costs::default() };
        let runs = walls.map(|wall| {
            let wall = Duration::from_millis(wall);
            Run { wall, costs }
        });
        Measured { name, runs: runs.to_vec(), problem: None }
    };
    let wanted = Wanted {
        lesson: "spinner".to_owned(),
        halves: ["spinner_thread", "spinner_async"]
            .map(str::to_owned),
        step: None,
        options: Vec::new(),
        rounds: 3,
        server_inside: true,
        clients: true,
    };
    let outcome = Outcome {
        wanted,
        halves: [half("thread", thread), half("async", task)],
        runtimes: BTreeSet::from(["current-thread"]),
    };
    words::about(&outcome, 2).join("\n")
}

fn assert_says(text: &str, wanted: &str) {
    assert!(text.contains(wanted), "no '{wanted}' in:\n{text}");
}

#[test]
fn who_works_less_wins_and_threads_may() {
    let text = text([1_000, 500], [1_300, 800]);
    assert_says(&text, "thread was faster (1.000 against 1.300 s)");
    assert_says(&text, "threads win here");
}

#[test]
fn a_difference_in_waiting_is_no_victory() {
    let text = text([1_000, 20], [1_300, 10]);
    assert_says(&text, "async took 1.30 s and thread 1.00 s");
    assert_says(&text, "Neither is called faster");
    assert_says(&text, "async needed less CPU time");
    assert!(!text.contains("win here"), "{text}");
}

#[test]
fn halves_far_apart_hardly_do_the_same() {
    let waiting = text([10, 2], [500, 2]);
    assert_says(
        &waiting,
        "async took 50.0 times as long as thread",
    );
    assert_says(&waiting, "waited, perhaps for a core, for most");
    let busy = text([500, 390], [10, 2]);
    assert_says(&busy, "computed for most of the difference");
    assert!(!busy.contains("win here"), "{busy}");
}

#[test]
fn times_that_overlap_are_no_difference() {
    let cpu = Duration::from_millis(5);
    let thread = ([100, 101, 900], cpu);
    let text = text_of(thread, ([700, 701, 702], cpu));
    assert_says(&text, "no difference in time");
    assert!(!text.contains("hardly do the same"), "{text}");
}

#[test]
fn runtime_cores_server_and_clients_are_named() {
    let text = text([1_000, 20], [1_000, 20]);
    for wanted in [
        "(tokio, current-thread), this machine 2 cores",
        "The flag server is inside each half",
        "(ureq, reqwest) may explain",
    ] {
        assert_says(&text, wanted);
    }
}
