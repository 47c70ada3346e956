//! The command line, and the output to a file.

mod support;

use std::{
    io::Read,
    process::{Command, Stdio},
    time::Instant,
};

use support::{PROGRAMS, QUICK, STEPS, in_time, run, text};

/// What the last line of each step says, whatever was seen.
const SUMMARIES: [&str; 4] = [
    "the longest gap ",
    "The spinner ",
    "with a guard the frame was erased",
    "The spinner ",
];

/// Returns the lines of an output, but the notice of debug builds.
fn lines(output: &[u8]) -> Vec<&str> {
    let lines = text(output).lines();
    lines.filter(|line| !line.starts_with("(debug build")).collect()
}

#[test]
fn each_step_ends_well_with_a_line_that_says_what_was_seen() {
    for program in PROGRAMS {
        for (step, summary) in STEPS.into_iter().zip(SUMMARIES) {
            let step = [&["--step", step][..], &QUICK].concat();
            let output = run(program, &step);
            assert_eq!(output.status.code(), Some(0), "{step:?}");
            assert_eq!(text(&output.stderr), "");
            let lines = lines(&output.stdout);
            let last = lines.last().expect("there are lines");
            assert!(last.contains(summary), "{lines:#?}");
            assert!(lines.len() < 24, "{lines:#?}");
            for line in lines {
                assert!(line.len() <= 80, "{line}");
                let mut chars = line.chars();
                assert!(!chars.any(char::is_control), "{line:?}");
            }
        }
    }
}

#[test]
fn the_default_is_the_first_step() {
    for program in PROGRAMS {
        let output = run(program, &QUICK);
        let lines = lines(&output.stdout);
        assert!(lines.contains(&"Answer: 42"), "{lines:#?}");
    }
}

#[test]
fn each_half_tells_what_its_handle_tells() {
    let handles = [
        "spinner: thread \"spinner\", ThreadId(",
        "spinner: task 1, finished: false",
    ];
    for (program, handle) in PROGRAMS.into_iter().zip(handles) {
        let output = run(program, &QUICK);
        let said = text(&output.stdout);
        assert!(said.contains(handle), "{said}");
    }
}

#[test]
fn a_file_gets_one_frame_a_second_at_the_most() {
    for program in PROGRAMS {
        let started = Instant::now();
        let output = run(program, &QUICK);
        let most = 1 + started.elapsed().as_secs();
        let frames = lines(&output.stdout).into_iter();
        let frames =
            frames.filter(|line| line.contains("thinking!"));
        let frames = frames.count() as u64;
        assert!((1..=most).contains(&frames), "{frames}, {most}");
    }
}

#[test]
fn help_lists_the_steps_with_a_line_each() {
    for program in PROGRAMS {
        let output = run(program, &["--help"]);
        assert_eq!(output.status.code(), Some(0));
        let said = text(&output.stdout);
        for step in STEPS {
            let row = format!("\n  {step} ");
            assert!(said.contains(&row), "{said}");
        }
    }
}

#[test]
fn wrong_usage_exits_with_2_and_the_usage_line() {
    for program in PROGRAMS {
        for wrong in [["--step", "nope"], ["--work", "soon"]] {
            let output = run(program, &wrong);
            assert_eq!(output.status.code(), Some(2), "{wrong:?}");
            assert!(output.stdout.is_empty(), "{wrong:?}");
            let said = text(&output.stderr);
            assert!(said.contains("Usage: spinner_"), "{said}");
        }
    }
}

#[test]
fn a_closed_pipe_ends_a_program_quietly() {
    for program in PROGRAMS {
        let mut child = Command::new(program)
            .args(QUICK)
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
