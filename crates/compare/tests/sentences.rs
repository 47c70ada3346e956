//! The sentences below the table follow from its figures.

mod figures;

use compare::{
    outcome::{Outcome, Run},
    version::Version::{
        Async, RawAsync, RawThread, Sequential, Thread,
    },
    words,
};
use figures::{outcome, run};

fn text(outcome: &Outcome) -> String {
    words::about(outcome, 2).join("\n")
}

/// Runs with these wall times, alike in all else.
fn times(wall_s: &[f64]) -> Vec<Run> {
    wall_s.iter().map(|wall_s| run(*wall_s, 10, 5)).collect()
}

fn assert_says(text: &str, wanted: &str) {
    assert!(text.contains(wanted), "no '{wanted}' in:\n{text}");
}

fn assert_does_not_say(text: &str, unwanted: &str) {
    assert!(!text.contains(unwanted), "'{unwanted}' in:\n{text}");
}

#[test]
fn one_round_says_nothing_about_cpu_or_memory() {
    let text = text(&outcome(&[
        (Sequential, &[run(5.0, 10, 4)]),
        (Thread, &[run(1.0, 90, 40)]),
        (Async, &[run(1.5, 10, 5)]),
    ]));
    assert_says(&text, "In this run async took 50 % longer");
    assert_does_not_say(&text, "CPU");
    assert_does_not_say(&text, "memory");
    assert_does_not_say(&text, "faster");
}

#[test]
fn one_round_tells_what_waiting_together_brought() {
    let text = text(&outcome(&[
        (Sequential, &times(&[5.0])),
        (Thread, &times(&[1.0])),
        (Async, &times(&[1.25])),
    ]));
    assert_says(
        &text,
        "in this run it took 5.0 times as long as thread and 4.0 \
         times as long as async.",
    );
}

#[test]
fn nobody_is_faster_while_ranges_overlap() {
    let text = text(&outcome(&[
        (Thread, &times(&[1.0, 1.1, 1.2, 1.3])),
        (Async, &times(&[1.3, 1.4, 1.5, 1.6])),
    ]));
    assert_does_not_say(&text, "faster");
    assert_does_not_say(&text, "win here");
    assert_says(
        &text,
        "no difference in time, CPU time or memory that 4 rounds \
         can show",
    );
}

#[test]
fn ranges_that_look_the_same_are_the_same() {
    let text = text(&outcome(&[
        (Thread, &times(&[1.0001, 1.0002])),
        (Async, &times(&[1.0003, 1.0004])),
    ]));
    assert_does_not_say(&text, "faster");
}

#[test]
fn it_is_said_when_threads_win() {
    let text = text(&outcome(&[
        (Thread, &times(&[1.0, 1.1, 1.2, 1.3])),
        (Async, &times(&[1.4, 1.5, 1.6, 1.7])),
    ]));
    assert_says(
        &text,
        "thread was faster (1.000-1.300 against 1.400-1.700 s)",
    );
    assert_says(&text, "threads win here");
}

#[test]
fn it_is_said_when_tasks_win() {
    let text = text(&outcome(&[
        (RawThread, &times(&[1.4, 1.5, 1.6, 1.7])),
        (RawAsync, &times(&[1.0, 1.1, 1.2, 1.3])),
    ]));
    assert_says(&text, "raw_async was faster");
    assert_says(&text, "tasks win here");
}

#[test]
fn several_rounds_may_show_cpu_time_and_memory() {
    let text = text(&outcome(&[
        (Thread, &[run(1.0, 20, 9), run(1.2, 22, 8)]),
        (Async, &[run(1.1, 10, 7), run(1.1, 12, 7)]),
    ]));
    assert_says(
        &text,
        "async needed less CPU time (10-12 against 20-22 ms)",
    );
    assert_says(
        &text,
        " and needed less memory (7.0 against 8.0-9.0 MiB)",
    );
    assert_says(&text, "no difference in time that 2 rounds");
}

#[test]
fn two_rounds_are_said_to_be_few() {
    let text = text(&outcome(&[
        (Thread, &times(&[1.0, 1.1])),
        (Async, &times(&[1.4, 1.5])),
    ]));
    assert_says(&text, "chance does that 1 time in 3");
}

#[test]
fn runtime_cores_and_libraries_are_named() {
    let pair =
        [(Thread, &times(&[1.0])[..]), (Async, &times(&[1.0])[..])];
    let text = text(&outcome(&pair));
    assert_says(&text, "tokio, current-thread");
    assert_says(&text, "2 cores");
    assert_says(
        &text,
        "HTTP clients (ureq, reqwest) may explain part",
    );
}

#[test]
fn the_raw_pair_is_said_to_use_no_library() {
    let text = text(&outcome(&[
        (RawThread, &times(&[1.0])),
        (RawAsync, &times(&[1.0])),
    ]));
    assert_says(&text, "differ in threads and tasks alone");
    assert_does_not_say(&text, "ureq");
}

#[test]
fn a_version_that_failed_is_named_and_not_compared() {
    let mut failed = times(&[0.5]);
    failed[0].said.ok = 18;
    failed[0].said.error = 2;
    let outcome = outcome(&[
        (Sequential, &times(&[5.0])),
        (Thread, &failed),
        (Async, &times(&[1.0])),
    ]);
    let text = text(&outcome);
    assert_says(&text, "thread: 2 of 20 downloads failed");
    assert_does_not_say(&text, "as long as thread");
    assert_does_not_say(&text, "thread and async");
    assert_does_not_say(&text, "byte for byte");
}

#[test]
fn files_are_the_same_only_if_they_were_compared() {
    let mut outcome = outcome(&[
        (Thread, &times(&[1.0])),
        (Async, &times(&[1.0])),
    ]);
    assert_says(&text(&outcome), "same files, byte for byte");
    outcome.differences = None;
    assert_does_not_say(&text(&outcome), "byte for byte");
}

#[test]
fn a_run_that_hardly_waits_is_said_to_work() {
    let pair = |wall_s: f64| {
        let runs = times(&[wall_s]);
        text(&outcome(&[(Thread, &runs), (Async, &runs)]))
    };
    // Its ideal time is 1 s: four times 250 ms.
    assert_says(&pair(3.0), "the rest was spent on this machine");
    assert_does_not_say(&pair(1.5), "the rest was spent");
}
