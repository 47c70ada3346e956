//! What the binaries promise.

use testing::{fits_terminal, last_line, run, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_futures_vs_tasks_thread"),
    env!("CARGO_BIN_EXE_futures_vs_tasks_async"),
];

const STEPS: [&str; 8] = [
    "lazy", "result", "handle", "detach", "exit", "together",
    "borrow", "wait",
];

#[test]
fn each_step_fits_a_terminal_and_ends_with_what_was_seen() {
    let short = "--work 5ms --limit 5ms --patience 5ms";
    for program in PROGRAMS {
        for step in STEPS {
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
fn the_pool_is_fed_by_a_queue_or_by_a_channel() {
    for (switch, feed) in [("", "queue"), ("--channel", "channel")]
    {
        let arguments =
            format!("--step together --work 5ms {switch}");
        let output = run(PROGRAMS[0], &arguments);
        let said = text(&output.stdout);
        assert!(
            said.contains(&format!("a core, a {feed}.")),
            "{said}"
        );
        assert!(said.contains("wait, on a pool"), "{said}");
    }
}

#[test]
fn the_first_step_is_run_by_default() {
    for program in PROGRAMS {
        let output = run(program, "--patience 5ms");
        let said = text(&output.stdout);
        assert!(said.contains("made, then dropped"), "{said}");
    }
}

#[test]
fn help_lists_the_steps_and_a_wrong_one_is_wrong_usage() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        for step in STEPS {
            assert!(
                said.contains(&format!("\n  {step} ")),
                "{said}"
            );
        }
        let fits = |line: &str| line.chars().count() <= 80;
        assert!(said.lines().all(fits), "{said}");
        let output = run(program, "--step nope");
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(text(&output.stdout), "");
    }
}

/// If `main` waited for its unit, this would take an hour.
#[test]
fn main_does_not_wait_for_its_units_when_it_returns() {
    for (program, cleaned_up) in
        PROGRAMS.into_iter().zip([false, true])
    {
        let output = run(program, "--step exit --work 1h");
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("unit: begun"), "{said}");
        assert!(!said.contains("unit: done"), "{said}");
        assert_eq!(said.contains("unit: cleaned up"), cleaned_up);
    }
}

#[test]
fn a_child_tells_what_exit_did_to_its_unit() {
    let rows =
        ["exit 0; unit: begun", "exit 0; unit: begun, cleaned up"];
    for (program, row) in PROGRAMS.into_iter().zip(rows) {
        let output = run(program, "--step detach --limit 5ms");
        let said = text(&output.stdout);
        let row = format!("at work as main returns       {row}\n");
        assert!(said.contains(&row), "{said}");
    }
}
