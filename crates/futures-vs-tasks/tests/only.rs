//! What each half would be if there were no other.

mod support;

use std::time::Duration;

use futures_vs_tasks::{only_async, only_thread};
use support::{awaited, in_time};

const LONG_JOB: Duration = Duration::from_millis(4);

fn by_threads() -> String {
    let log = in_time("threads", || only_thread::ordered(LONG_JOB));
    log.to_string()
}

fn by_tasks() -> String {
    let log = awaited("tasks", async || {
        only_async::ordered(LONG_JOB).await
    });
    log.to_string()
}

#[test]
fn both_end_all_jobs_once_and_hand_out_results_in_order() {
    for log in [by_threads(), by_tasks()] {
        let had = log.chars().filter(char::is_ascii_uppercase);
        assert_eq!(had.collect::<String>(), "ABCDEF", "{log}");
        let ended = log.chars().filter(char::is_ascii_lowercase);
        let mut ended = ended.collect::<Vec<_>>();
        ended.sort_unstable();
        assert_eq!(String::from_iter(ended), "abcdef", "{log}");
    }
}

#[test]
fn a_buffer_begins_no_fourth_job_before_the_first_is_handed_out() {
    let log = by_tasks();
    let place = |name| log.find(name).expect("all are there");
    for late in ['d', 'e', 'f'] {
        assert!(place('A') < place(late), "{log}");
    }
}
