//! The two binaries, as a learner runs them.

mod support;

use std::{
    io::Read,
    process::{self, Stdio},
};

use support::in_time;
use testing::{fits_terminal, run, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_cancellation_thread"),
    env!("CARGO_BIN_EXE_cancellation_async"),
];

const STEPS: [&str; 9] = [
    "tell", "ways", "exit", "lost", "delay", "shield", "refuse",
    "guard", "blocking",
];

#[test]
fn each_step_fits_a_terminal_and_ends_with_what_was_seen() {
    for program in PROGRAMS {
        for step in STEPS {
            let arguments = format!("--step {step} --slow 0.05");
            let output = run(program, &arguments);
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert_eq!(text(&output.stderr), "");
            fits_terminal(said);
            let last = said.lines().rev();
            let last =
                last.skip(usize::from(cfg!(debug_assertions)));
            let last = last.take(2).collect::<Vec<_>>();
            assert!(last[0].contains(char::is_numeric), "{said}");
            assert_eq!(last[1], "", "one line: {said}");
        }
    }
}

#[test]
fn the_default_step_is_a_flag_and_a_token() {
    let words = ["flag", "token"];
    for (program, word) in PROGRAMS.into_iter().zip(words) {
        let output = run(program, "--slow 0.05");
        let said = text(&output.stdout);
        assert!(said.contains(word), "{said}");
        assert!(said.contains("main asks to stop"), "{said}");
        assert!(said.contains("0 lost, 0 twice."), "{said}");
    }
}

#[test]
fn async_half_names_its_runtime() {
    for step in STEPS {
        let arguments = format!("--step {step} --slow 0.05");
        let output = run(PROGRAMS[1], &arguments);
        let said = text(&output.stdout);
        let word = if step == "lost" {
            "by hand"
        } else {
            "current-thread"
        };
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn losses_are_counted_by_column() {
    let ends = [
        "By column: lost at 0, 3, 0 of 7 places, twice at 0, 0, 0.",
        "By column: lost at 0, 3, 0 of 8 places, twice at 0, 0, 3.",
    ];
    for (program, end) in PROGRAMS.into_iter().zip(ends) {
        let output = run(program, "--step lost");
        let said = text(&output.stdout);
        assert!(said.contains(end), "{said}");
    }
}

#[test]
fn help_lists_each_step_with_a_line() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0));
        assert!(said.lines().count() < 24, "{said}");
        for step in STEPS {
            let line = format!("\n  {step:8}  ");
            assert!(said.contains(&line), "{step}: {said}");
        }
        assert!(
            said.lines().all(|line| line.len() <= 80),
            "{said}"
        );
    }
}

#[test]
fn wrong_usage_exits_2_with_the_usage_line() {
    for program in PROGRAMS {
        for wrong in ["--step nope", "--records 0", "--pace soon"] {
            let output = run(program, wrong);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{wrong}");
            assert!(
                said.contains("Usage: cancellation_"),
                "{said}"
            );
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn no_wait_and_one_record_are_no_trouble() {
    for program in PROGRAMS {
        for step in STEPS {
            let arguments = "--records 1 --pace 0s --after 0s";
            let output =
                run(program, &format!("--step {step} {arguments}"));
            let said = text(&output.stderr);
            let code = output.status.code();
            assert_eq!((code, said), (Some(0), ""), "{step}");
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
