//! The binaries, in every step, as a student runs them.

use critical_section::THREAD;
use testing::{run, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_critical_section_thread"),
    env!("CARGO_BIN_EXE_critical_section_async"),
];

#[test]
fn every_step_fits_a_terminal_and_ends_well() {
    for program in PROGRAMS {
        for step in THREAD.steps {
            let arguments =
                format!("--patience 20ms --step {}", step.name);
            let output = run(program, &arguments);
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert_eq!(text(&output.stderr), "", "{arguments}");
            assert!(said.lines().count() <= 24, "{said}");
            let plain = |line: &str| {
                line.chars().count() <= 80
                    && !line.chars().any(char::is_control)
            };
            assert!(said.lines().all(plain), "{said}");
        }
    }
}

/// Returns the last line of what the step prints.
fn last_lines(step: &str) -> [String; 2] {
    let arguments = format!("--patience 20ms --step {step}");
    PROGRAMS.map(|program| {
        let output = run(program, &arguments);
        let last = text(&output.stdout).lines().last();
        last.expect("it says something").to_owned()
    })
}

#[test]
fn the_last_line_says_what_was_seen() {
    let [thread, r#async] = last_lines("race");
    assert_eq!(
        thread,
        "\"Threads need locks\": true (lost without: 30, with: 0)."
    );
    assert_eq!(
        r#async,
        "\"Coroutines need no locks\": true without .await (0 \
         lost), false with (30 lost)."
    );
    for last in last_lines("parallel") {
        let lost = "Lost on one thread: 0, on two: 30, on two with \
                    a lock: 0.";
        assert_eq!(last, lost);
    }
    for last in last_lines("deadlock") {
        let stuck = "2 of 2 transfers deadlocked without sorted \
                     locks, 0 with.";
        assert_eq!(last, stuck);
    }
}

#[test]
fn the_async_half_says_who_runs_its_tasks() {
    let [_, program] = PROGRAMS;
    let output = run(program, "--patience 20ms");
    let said = text(&output.stdout);
    assert!(said.starts_with("Current-thread runtime"), "{said}");
}

#[test]
fn help_lists_the_steps_with_a_line_each() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        for step in THREAD.steps {
            let name = format!("\n  {} ", step.name);
            assert!(said.contains(&name), "{said}");
            assert!(said.contains(step.about), "{said}");
        }
        assert!(said.lines().count() <= 24, "{said}");
    }
}

#[test]
fn wrong_usage_exits_with_2_and_the_usage_line() {
    for program in PROGRAMS {
        for arguments in ["--step nope", "--patience soon", "x"] {
            let output = run(program, arguments);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains("Usage: critical_"), "{said}");
        }
    }
}
