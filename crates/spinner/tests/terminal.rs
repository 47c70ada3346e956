//! What a person sees on a terminal of 24 lines of 80 columns.
#![cfg(unix)]

mod support;

use std::process::Command;

use support::{PROGRAMS, QUICK, STEPS};
use testing::on_terminal;
use vt100::Parser;

/// Runs a step on a terminal of its own; returns all that was
/// written there, and what it shows in the end.
fn watch(program: &str, step: &str) -> (Vec<u8>, String) {
    let mut command = Command::new(program);
    command.args(["--step", step]).args(QUICK);
    let written = on_terminal(command);
    let mut terminal = Parser::default();
    terminal.process(&written);
    let shown = terminal.screen().contents();
    let lines = shown.lines().map(str::trim_end);
    (written, lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn frames_are_drawn_over_one_another_and_erased() {
    for program in PROGRAMS {
        let (written, shown) = watch(program, "told");
        let frame = b"\x08/ thinking!";
        let mut parts = written.windows(frame.len());
        assert!(parts.any(|part| part == frame), "{shown}");
        assert!(!shown.contains("thinking!"), "{shown}");
        assert!(shown.contains("\nAnswer: 42\n"), "{shown}");
    }
}

#[test]
fn each_step_fits_the_terminal() {
    for program in PROGRAMS {
        for step in STEPS {
            let (written, shown) = watch(program, step);
            let first = written.split(|&it| it == b'\r').next();
            let first = first.expect("there is a line");
            let top = shown.lines().next().unwrap_or_default();
            assert_eq!(top.as_bytes(), first, "{shown}");
        }
    }
}

#[test]
fn frames_beside_a_row_leave_it_whole() {
    for program in PROGRAMS {
        for step in ["frozen", "cpu_bound"] {
            let (written, shown) = watch(program, step);
            assert!(written.contains(&b'\x08'), "{step}");
            assert!(!shown.contains("thinking!"), "{shown}");
            let rows = shown.lines().filter(|line| {
                line.ends_with("  kept turning")
                    || line.ends_with("  stood still")
            });
            assert!(rows.count() >= 3, "{shown}");
        }
    }
}

#[test]
fn the_frame_of_an_aborted_spinner_is_left_on_its_line() {
    let [threads, tasks] =
        PROGRAMS.map(|program| watch(program, "cancel").1);
    let left = |shown: &str| shown.matches(" thinking!").count();
    assert_eq!(left(&threads), 0, "{threads}");
    assert_eq!(left(&tasks), 1, "{tasks}");
    let note = " thinking!\n(this frame was left)\n";
    assert!(tasks.contains(note), "{tasks}");
}
