//! The two binaries, as a learner runs them.

mod support;

use offload::program::{ASYNC, THREAD};
use testing::{run, text};

const PROGRAMS: [(&str, &flags::Program); 2] = [
    (env!("CARGO_BIN_EXE_offload_thread"), &THREAD),
    (env!("CARGO_BIN_EXE_offload_async"), &ASYNC),
];

const QUICK: &str = "--no-save --limit 6 --slow 0.2 --pictures 3 \
                     --rounds 2";

/// Returns the lines of an output, but the notice of debug builds.
fn lines(output: &[u8]) -> Vec<&str> {
    let lines = text(output).lines();
    lines.filter(|line| !line.starts_with("(debug build")).collect()
}

#[test]
fn each_step_fits_a_terminal_and_ends_with_what_was_seen() {
    for (program, about) in PROGRAMS {
        for step in about.steps {
            let step = step.name;
            let output =
                run(program, &format!("{QUICK} --step {step}"));
            assert_eq!(text(&output.stderr), "", "{step}");
            assert_eq!(output.status.code(), Some(0), "{step}");
            let lines = lines(&output.stdout);
            // The last lines are for the notice and the prompt.
            assert!(lines.len() <= 22, "{step}: {lines:#?}");
            for line in &lines {
                assert!(line.chars().count() <= 80, "{line}");
                assert!(!line.contains(char::is_control), "{line}");
            }
            let last = lines.last().expect("there are lines");
            assert!(last.ends_with('.'), "{last}");
        }
    }
}

#[test]
fn the_default_is_the_first_step() {
    let names = ["in each thread: 6 saved", "in the task: 6 saved"];
    for ((program, _), name) in PROGRAMS.into_iter().zip(names) {
        let output = run(program, QUICK);
        let said = text(&output.stdout);
        assert!(said.contains(name), "{said}");
        assert!(said.contains("\ngap           idle"), "{said}");
    }
}

#[test]
fn the_async_half_says_who_runs_its_tasks() {
    let (program, _) = PROGRAMS[1];
    let output = run(program, QUICK);
    let said = text(&output.stdout);
    assert!(said.starts_with("Current-thread runtime"), "{said}");
}

#[test]
fn the_real_file_system_is_an_option() {
    for (program, _) in PROGRAMS {
        let output = run(program, &format!("{QUICK} --real"));
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("real file system"), "{said}");
        assert!(said.contains("a save took "), "{said}");
    }
}

#[test]
fn failures_that_were_asked_for_are_failures_in_forgotten_too() {
    for (program, _) in PROGRAMS {
        let arguments = "--step forgotten --disk-fail 3";
        let output = run(program, &format!("{QUICK} {arguments}"));
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{said}");
    }
}

#[test]
fn a_heartbeat_that_ticks_too_seldom_tells_nothing_of_writes() {
    for (program, _) in PROGRAMS {
        let output = run(program, &format!("{QUICK} --tick 1s"));
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("A write of 6 ms is"), "{said}");
        assert!(said.contains("cannot be seen."), "{said}");
        assert!(!said.contains("quick"), "{said}");
    }
}

#[test]
fn one_picture_in_one_round_supports_no_sentence_on_time() {
    let quick = "--no-save --limit 2 --slow 0.2 --step encode";
    for (program, _) in PROGRAMS {
        let arguments = format!("{quick} --pictures 1 --rounds 1");
        let output = run(program, &arguments);
        let said = text(&output.stdout);
        assert!(said.contains("encode 1 picture, once"), "{said}");
        assert!(said.contains("no more at once"), "{said}");
        assert!(!said.contains("faster"), "{said}");
        let arguments = format!("{quick} --pictures 24 --rounds 1");
        let output = run(program, &arguments);
        let said = text(&output.stdout);
        assert!(!said.contains("1 rounds"), "{said}");
    }
}

#[test]
fn more_threads_than_are_at_work_at_once_are_explained() {
    let (program, _) = PROGRAMS[0];
    let arguments = "--step encode --pictures 64 --rounds 1";
    let output =
        run(program, &format!("--no-save -l 2 {arguments}"));
    let said = text(&output.stdout);
    // Each picture has its own thread, and not each a core.
    let why = "each picture has its own";
    let said = said.replace('\n', " ");
    assert!(
        said.contains("\"one a core\" had 64 threads"),
        "{said}"
    );
    assert!(said.contains(why), "{said}");
}

#[test]
fn flags_that_fail_are_named_with_their_causes() {
    for (program, _) in PROGRAMS {
        let output =
            run(program, &format!("{QUICK} --disk-fail 3"));
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("4 saved, 2 failed"), "{said}");
        let error = ": could not save the flag: the slow disk is \
                     full (--disk-fail)";
        assert!(said.contains(error), "{said}");
    }
}

#[test]
fn help_lists_the_steps_with_a_line_each() {
    for (program, about) in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        for step in about.steps {
            let name = format!("\n  {} ", step.name);
            assert!(said.contains(&name), "{said}");
            assert!(said.contains(step.about), "{said}");
        }
        assert!(said.lines().all(|it| it.chars().count() <= 80));
        assert!(!said.contains("--json"), "{said}");
    }
}

#[test]
fn wrong_usage_exits_with_2_and_the_usage_line() {
    let wrong = [
        "--step nope",
        "--room 0",
        "--disk-delay soon",
        "--json",
        "BRA",
    ];
    for (program, _) in PROGRAMS {
        for arguments in wrong {
            let output = run(program, arguments);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains("Usage: offload_"), "{said}");
            assert!(output.stdout.is_empty(), "{arguments}");
        }
    }
}

#[test]
fn what_a_step_cannot_honour_is_wrong_usage() {
    let refused = [
        ("--real --disk-fail 2", "leave out --disk-fail"),
        ("--real --disk-delay 9ms", "leave out --disk-delay"),
        ("--step fs --disk-fail 2", "leave out --disk-fail"),
        ("--step encode --disk-fail 2", "leave out --disk-fail"),
        ("--step encode --real", "leave out --real"),
        ("--step encode --pictures 513", "at most 512"),
        ("--tick 2s", "from 100µs to 1s"),
    ];
    for (program, _) in PROGRAMS {
        for (arguments, why) in refused {
            let arguments = format!("--no-save {arguments}");
            let output = run(program, &arguments);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains(why), "{said}");
            assert!(said.contains("Usage: offload_"), "{said}");
            assert!(output.stdout.is_empty(), "{arguments}");
        }
    }
}
