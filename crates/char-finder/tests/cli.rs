//! The two binaries, as a learner runs them.

mod support;

use std::{
    net::{Ipv4Addr, TcpListener},
    process::Output,
};

use support::{fits_terminal, run, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_char_finder_thread"),
    env!("CARGO_BIN_EXE_char_finder_async"),
];

const STEPS: [&str; 6] =
    ["session", "serve", "shutdown", "limit", "slow", "web"];

/// Runs a step with few clients and short waits.
fn run_step(program: &str, step: &str) -> Output {
    let short = "--clients 20 --pace 100ms";
    run(program, &format!("--step {step} {short}"))
}

/// Runs a step of both binaries, which each must fit a terminal
/// and end with what was seen.
fn run_both(step: &str) -> [String; 2] {
    PROGRAMS.map(|program| {
        let output = run_step(program, step);
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert_eq!(text(&output.stderr), "");
        fits_terminal(said);
        let lines = said.lines().rev();
        let notice = usize::from(cfg!(debug_assertions));
        let seen = lines
            .skip(notice)
            .take_while(|line| !line.is_empty())
            .collect::<String>();
        assert!(seen.contains(char::is_numeric), "{said}");
        said.to_owned()
    })
}

#[test]
fn session_says_which_threads_answered() {
    let [thread, task] = run_both("session");
    assert!(thread.contains("by 2 threads"), "{thread}");
    assert!(task.contains("by 1 thread:"), "{task}");
    assert!(task.contains("current-thread runtime"), "{task}");
    for said in [thread, task] {
        assert!(said.contains("SNAIL\n"), "{said}");
        assert!(said.contains(": 1 while A's"), "{said}");
    }
}

#[test]
fn shutdown_counts_what_was_lost() {
    for said in run_both("shutdown") {
        let end = "A lost 0 lines by the right server, ";
        assert!(said.contains(end), "{said}");
        assert!(!said.contains(", 0 by the wrong one"), "{said}");
    }
}

#[test]
fn limit_shows_what_the_third_client_is_told() {
    for said in run_both("limit") {
        let told = "C   All 2 seats are taken. Come back later.\n";
        assert!(said.contains(told), "{said}");
        let end = "3 clients got in, 2 at once at the most; 1 was";
        assert!(said.contains(end), "{said}");
    }
}

#[test]
fn slow_clients_are_all_answered_and_one_more_is_refused() {
    let said = run_both("slow");
    for said in &said {
        for wanted in [
            "20 of 20 slow clients have their answer.",
            "All 21 seats are taken.",
            "75 answers, each in",
        ] {
            assert!(said.contains(wanted), "{said}");
        }
    }
    if cfg!(target_os = "linux") {
        let [thread, task] = said;
        assert!(thread.contains("KiB and 1 thread;"), "{thread}");
        assert!(task.contains("KiB and 0 threads;"), "{task}");
    }
}

#[test]
fn more_clients_than_the_system_has_room_for_are_refused() {
    for program in PROGRAMS {
        for step in ["slow --clients", "serve --limit"] {
            let arguments = format!("--step {step} 1000000000");
            let output = run(program, &arguments);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{said}");
            assert!(said.contains("choose at most"), "{said}");
        }
    }
}

#[test]
fn a_port_that_is_taken_is_said_so() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let listener = listener.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    for program in PROGRAMS {
        for step in ["serve", "web"] {
            let arguments = format!("--step {step} --port {port}");
            let output = run(program, &arguments);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{said}");
            assert!(said.contains("is taken"), "{said}");
            assert!(said.contains("--port"), "{said}");
        }
    }
}

#[test]
fn help_lists_each_step_with_a_line() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0));
        fits_terminal(said);
        for step in STEPS {
            let line = format!("\n  {step:8}  ");
            assert!(said.contains(&line), "{step}: {said}");
        }
    }
}

#[test]
fn wrong_usage_exits_2_with_the_usage_line() {
    for program in PROGRAMS {
        for wrong in [
            "--step nope",
            "--clients 0",
            "--port 70000",
            "--pace 300000years",
        ] {
            let output = run(program, wrong);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{wrong}");
            assert!(said.contains("Usage: char_finder_"), "{said}");
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn the_index_is_told_of_where_it_is_first_met_and_not_again() {
    for program in PROGRAMS {
        let told = "characters have names";
        for (step, is_told) in [("session", true), ("limit", false)]
        {
            let output = run_step(program, step);
            let said = text(&output.stdout);
            assert_eq!(said.contains(told), is_told, "{said}");
        }
        let output = run(program, "--lines 1");
        let said = text(&output.stdout);
        assert!(said.contains("the first one is shown"), "{said}");
    }
}
