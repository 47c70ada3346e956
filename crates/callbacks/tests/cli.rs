//! The two binaries, as a learner runs them.

mod support;

use std::{
    io::Read,
    process::{self, Stdio},
};

use flags::server::{Embedded, Kind};
use support::in_time;
use testing::{Canned, fits_terminal, last_line, run, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_callbacks_thread"),
    env!("CARGO_BIN_EXE_callbacks_async"),
];

const STEPS: [&str; 6] =
    ["stages", "hell", "error", "scheduled", "adapters", "twice"];

#[test]
fn each_step_fits_a_terminal_and_ends_with_what_was_seen() {
    for program in PROGRAMS {
        for step in STEPS {
            let short = "--slow 0.05 --heartbeat 20ms";
            let output =
                run(program, &format!("--step {step} {short}"));
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert_eq!(text(&output.stderr), "", "{step}");
            fits_terminal(said);
            assert!(last_line(said).ends_with('.'), "{said}");
        }
    }
}

#[test]
fn async_half_names_its_runtime() {
    for step in STEPS {
        let arguments = format!("--step {step} --slow 0.05");
        let output = run(PROGRAMS[1], &arguments);
        let said = text(&output.stdout);
        assert!(said.contains("current-thread"), "{said}");
    }
}

#[test]
fn first_step_is_run_by_default_and_shows_each_stage() {
    for program in PROGRAMS {
        let output = run(program, "--slow 0.05 CN");
        let said = text(&output.stdout);
        for stage in
            ["1, index", "2, metadata of CN", "3, flag of CN"]
        {
            assert!(said.contains(stage), "{said}");
        }
        assert!(said.contains("\nCN, China: "), "{said}");
        assert!(said.contains("\n3 answers took "), "{said}");
    }
}

#[test]
fn an_error_names_its_stage_and_is_an_exit_code() {
    let lines = [
        "error for BR: stage 2, metadata of BR: 418 I'm a teapot",
        "Flags: 1 ok, 0 not found, 1 failed.",
    ];
    for program in PROGRAMS {
        for step in ["stages", "hell"] {
            let arguments =
                format!("--step {step} --server error --delay 0");
            let output = run(program, &arguments);
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(1), "{said}");
            for line in lines {
                assert!(
                    said.lines().any(|it| it == line),
                    "{said}"
                );
            }
        }
    }
}

#[test]
fn a_code_that_nobody_knows_is_not_found() {
    for program in PROGRAMS {
        let output = run(program, "--server local ZZ");
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("it does not list ZZ"), "{said}");
        let counts = "Flags: 0 ok, 1 not found, 0 failed.";
        assert!(said.contains(counts), "{said}");
    }
}

#[test]
fn only_one_of_the_forms_lets_an_error_get_lost() {
    let told = [
        "In 2 of 3 forms the caller heard of the error.",
        "In 2 of 2 forms the caller heard of the error.",
    ];
    for (program, told) in PROGRAMS.into_iter().zip(told) {
        let output = run(program, "--step error --delay 0");
        let said = text(&output.stdout);
        assert!(said.contains(told), "{said}");
        assert!(
            said.contains("0 times. So says the server."),
            "{said}"
        );
    }
}

#[test]
fn where_the_server_is_elsewhere_the_client_says_what_it_asked() {
    let server = support::server(Kind::Local);
    for program in PROGRAMS {
        for step in STEPS {
            let base = server.base();
            let arguments = format!(
                "--step {step} --server {base} --patience 10ms"
            );
            let output = run(program, &arguments);
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert!(
                !said.contains("the server says")
                    && !said.contains("says the server"),
                "{said}"
            );
            for line in said.lines() {
                assert!(line.chars().count() <= 80, "{line}");
            }
        }
    }
}

#[test]
fn help_lists_each_step_with_a_line() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0));
        for step in STEPS {
            let line = format!("\n  {step:9}  ");
            assert!(said.contains(&line), "{step}: {said}");
        }
        assert!(!said.contains("--dest"), "{said}");
        let fits = |line: &str| line.chars().count() <= 80;
        assert!(said.lines().all(fits), "{said}");
    }
}

#[test]
fn wrong_usage_exits_2_with_the_usage_line() {
    for program in PROGRAMS {
        for wrong in [
            "--step nope",
            "--heartbeat soon",
            "--heartbeat 0s",
            "--max-req 1",
            "--json",
            "BRA",
        ] {
            let output = run(program, wrong);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{wrong}");
            assert!(said.contains("Usage: callbacks_"), "{said}");
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn a_closed_pipe_ends_a_program_quietly() {
    for program in PROGRAMS {
        let mut child = process::Command::new(program)
            .args(["--slow", "0.05"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let (said, ended) = in_time(program, move || {
            let mut stderr = child.stderr.take().expect("a pipe");
            let mut said = String::new();
            stderr.read_to_string(&mut said).expect("it ends");
            (said, child.wait().expect("it ends"))
        });
        assert_eq!((said.as_str(), ended.code()), ("", Some(0)));
    }
}

/// Here the server refuses the first stage, before our own client
/// can refuse the second.
#[test]
fn an_error_of_another_stage_is_not_taken_for_our_own() {
    let index = "index.json";
    let (base, _) = support::canned(index, Canned::status(418));
    for (program, forms) in PROGRAMS.into_iter().zip([3, 2]) {
        let arguments = format!("--step error --server {base}");
        let output = run(program, &arguments);
        let said = text(&output.stdout);
        let told =
            format!("In 0 of {forms} forms the caller heard");
        assert!(said.contains(&told), "{said}");
        assert!(said.contains("failed at another stage"), "{said}");
        fits_terminal(said);
    }
}

/// By its seed, the server fails at one of the requests.
#[test]
fn one_error_is_told_in_the_singular() {
    let arguments = "--step error --server error --delay 0";
    let output = run(PROGRAMS[0], arguments);
    let said = text(&output.stdout);
    assert!(said.contains("1 answer was an error,"), "{said}");
}
