//! The two binaries, as a learner runs them.

use std::process::Command;

use footprint::{Reading, THREAD};
use testing::{fits_terminal, in_time, run, run_unread, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_footprint_thread"),
    env!("CARGO_BIN_EXE_footprint_async"),
];

/// As few units as there are sentences about.
const SMALL: &str = "--max 100 --rounds 3";

#[test]
fn each_step_fits_a_terminal_and_ends_with_what_was_seen() {
    for program in PROGRAMS {
        for step in THREAD.steps {
            let arguments = format!("{SMALL} --step {}", step.name);
            let output = run(program, &arguments);
            let said = text(&output.stdout);
            assert_eq!(text(&output.stderr), "", "{arguments}");
            assert_eq!(output.status.code(), Some(0), "{said}");
            fits_terminal(said);
            let (_, seen) = said.rsplit_once("\n\n").expect(said);
            let words = match step.name {
                "stack" => ["a thread pays", "a task pays"],
                _ => ["A waiting thread", "good enough up to"],
            };
            let seen = seen.replace('\n', " ");
            for word in words {
                assert!(seen.contains(word), "{word}: {said}");
            }
        }
    }
}

#[test]
fn each_row_of_a_step_has_its_figures() {
    for (program, rows) in PROGRAMS.into_iter().zip([
        ["0 threads", "1 thread", "10 threads", "100 threads"],
        ["0 tasks", "1 task", "10 tasks", "100 tasks"],
    ]) {
        let output =
            run(program, &format!("--step connected {SMALL}"));
        let said = text(&output.stdout);
        for row in rows {
            let row = format!("\n{row} ");
            let (_, rest) = said.split_once(&row).expect(said);
            let row = rest.lines().next().expect("a row");
            let cells = row.split_whitespace().count();
            // A figure and its unit, but for what is not told.
            let untold = row.matches("n/a").count();
            assert_eq!(cells, 10 - untold, "{row}");
        }
    }
}

#[test]
fn the_async_half_says_who_runs_its_tasks() {
    for step in THREAD.steps {
        let arguments =
            format!("--max 10 --rounds 1 --step {}", step.name);
        let output = run(PROGRAMS[1], &arguments);
        let said = text(&output.stdout);
        assert!(said.contains("current-thread runtime"), "{said}");
    }
}

#[test]
fn too_few_units_or_rounds_are_no_ground_for_a_sentence() {
    for program in PROGRAMS {
        for few in ["--max 99 --rounds 3", "--max 100 --rounds 2"] {
            let output = run(program, few);
            let said = text(&output.stdout);
            assert!(said.contains("too little to say"), "{said}");
            assert!(!said.contains("good enough"), "{said}");
        }
    }
}

#[test]
fn a_child_measures_one_point_and_says_its_figures() {
    for point in [
        "20 thread bare",
        "20 task bare",
        "20 thread connected 100",
        "20 task connected 100",
        "20 thread used",
        "20 task held",
    ] {
        for program in PROGRAMS {
            let output = in_time(point, move || {
                let mut child = Command::new(program);
                child.env("FOOTPRINT_POINT", point).output()
            });
            let output = output.expect("it starts");
            let said = text(&output.stdout);
            let reading: Reading = said.parse().expect(said);
            assert_eq!(reading.present, 20, "{said}");
            let is_linux = cfg!(target_os = "linux");
            assert_eq!(reading.resident.is_some(), is_linux);
        }
    }
}

#[test]
fn a_child_that_is_told_nonsense_says_so() {
    let output = in_time("a child", || {
        let mut child = Command::new(PROGRAMS[0]);
        child.env("FOOTPRINT_POINT", "many").output()
    });
    let output = output.expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("many is no point"));
}

#[cfg(target_os = "linux")]
#[test]
fn more_than_half_of_a_limit_is_refused_and_all_limits_are_named() {
    let cases = [
        ("bare", 0, "vm.max_map_count / 4"),
        ("bare", 1, "in the memory available"),
        ("connected", 0, "open files / 2, ulimit -n"),
        ("connected", 1, "vm.max_map_count / 4"),
        ("stack", 1, "kernel.threads-max"),
    ];
    for (step, program, limit) in cases {
        let arguments =
            format!("--step {step} --max 1000000000000");
        let output = run(PROGRAMS[program], &arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(output.stdout.is_empty(), "{said}");
        for named in [limit, "Ask for ", "Usage: footprint_"] {
            assert!(said.contains(named), "{named}: {said}");
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
        for step in THREAD.steps {
            let name = format!("\n  {:9}  ", step.name);
            assert!(said.contains(&name), "{said}");
        }
    }
}

#[test]
fn wrong_usage_exits_with_2_and_the_usage_line() {
    for program in PROGRAMS {
        for wrong in ["--step nope", "--max 0", "--rounds x", "y"] {
            let output = run(program, wrong);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{wrong}");
            assert!(said.contains("Usage: footprint_"), "{said}");
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn a_closed_pipe_ends_a_program_quietly() {
    for program in PROGRAMS {
        let output = run_unread(program, SMALL);
        assert_eq!(text(&output.stderr), "");
        assert_eq!(output.status.code(), Some(0));
    }
}
