//! `compare LESSON`: what it runs, what it says, and its exit
//! codes.

use serde_json::Value;

use crate::stand_in::{StandIns, compare};

/// What both halves do, unless a test says otherwise: they note
/// how they were called, and say something.
const HALF: &str = r#"echo "$(basename "$0")" "$@" \
    >> "$(dirname "$0")/calls"
touch made_here
echo 'nobody sees this (tokio, Current-thread)'"#;

/// Halves of the lesson spinner.
fn spinner(thread: &str, task: &str) -> StandIns {
    let stand_ins = StandIns::empty();
    stand_ins.program("spinner_thread", thread);
    stand_ins.program("spinner_async", task);
    stand_ins
}

/// Runs compare on them; returns standard output and standard
/// error.
fn run(
    stand_ins: &StandIns,
    arguments: &[&str],
    code: i32,
) -> (String, String) {
    let mut command = stand_ins.compare();
    let run = command.arg("spinner").args(arguments).assert();
    let output = run.code(code).get_output().clone();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

#[test]
fn both_halves_run_in_alternating_order_with_the_same_options() {
    let stand_ins = spinner(HALF, HALF);
    let arguments = ["--rounds", "2", "--step", "told"];
    let arguments = [&arguments[..], &["--", "--tick", "5ms"]];
    run(&stand_ins, &arguments.concat(), 0);
    let calls = stand_ins.notes("calls");
    let lines: Vec<&str> = calls.lines().collect();
    let line = |half: &str| {
        format!("spinner_{half} --step told --tick 5ms")
    };
    let [thread, task] = ["thread", "async"].map(line);
    assert_eq!(lines, [&thread, &task, &task, &thread]);
}

#[test]
fn a_lesson_runs_in_three_rounds_and_fits_a_terminal() {
    let stand_ins = spinner(HALF, HALF);
    let (stdout, stderr) = run(&stand_ins, &[], 0);
    assert_eq!(stand_ins.notes("calls").lines().count(), 6);
    assert_eq!(stderr, "", "no bar where there is no terminal");
    for line in stdout.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let lines = stdout.lines();
    let lines = lines.filter(|line| !line.contains("debug build"));
    assert!(lines.count() <= 23, "{stdout}");
    assert!(!stdout.contains("nobody sees this"), "{stdout}");
    assert!(stdout.contains("current-thread"), "{stdout}");
}

#[test]
fn halves_leave_nothing_where_one_stands() {
    let stand_ins = spinner(HALF, HALF);
    let here = tempfile::tempdir().unwrap();
    let mut command = stand_ins.compare();
    command.arg("spinner").current_dir(&here).assert().code(0);
    assert_eq!(here.path().read_dir().unwrap().count(), 0);
}

#[test]
fn a_half_that_fails_is_told_with_its_last_lines() {
    let failing = "seq 1 20; echo 'all is lost' >&2; exit 7";
    let stand_ins = spinner(HALF, failing);
    let (stdout, _) = run(&stand_ins, &[], 1);
    for wanted in ["Async failed (exit status: 7)", "all is lost"] {
        assert!(stdout.contains(wanted), "{wanted}: {stdout}");
    }
    // The other one runs its rounds; nothing is compared.
    assert_eq!(stand_ins.notes("calls").lines().count(), 3);
    assert!(!stdout.contains("rounds can show"), "{stdout}");
}

#[test]
fn a_half_that_fails_without_a_word_is_told_by_its_output() {
    let stand_ins = spinner("seq 1 20; exit 1", HALF);
    let (stdout, _) = run(&stand_ins, &[], 1);
    assert!(stdout.contains("\n    19\n    20\n"), "{stdout}");
    assert!(!stdout.contains("\n    14\n"), "{stdout}");
}

#[test]
fn what_a_half_takes_for_wrong_usage_is_wrong_usage() {
    let refusing = "echo 'error: no step x' >&2; exit 2";
    let stand_ins = spinner(refusing, HALF);
    let (stdout, stderr) = run(&stand_ins, &["--step", "x"], 2);
    assert_eq!(stdout, "");
    assert!(stderr.contains("no step x"), "{stderr}");
    assert!(!stand_ins.path().join("calls").exists());
}

#[test]
fn one_round_says_nothing_about_cpu_or_memory() {
    let stand_ins = spinner(HALF, HALF);
    let (stdout, _) = run(&stand_ins, &["--rounds", "1"], 0);
    for unwanted in ["needed less", "was faster", "win here"] {
        assert!(!stdout.contains(unwanted), "{stdout}");
    }
}

#[test]
fn halves_far_apart_are_not_called_faster() {
    let waiting = "sleep 0.4; echo multi-thread";
    let stand_ins = spinner("exit 0", waiting);
    let (stdout, _) = run(&stand_ins, &[], 0);
    let wanted = "and waited, perhaps for a core, for most of";
    let text = stdout.replace('\n', " ");
    assert!(text.contains(wanted), "{text}");
    assert!(!text.contains("win here"), "{text}");
}

#[test]
fn json_has_both_halves_and_what_was_asked() {
    let stand_ins = spinner(HALF, HALF);
    let arguments = ["--json", "--", "--tick", "5ms"];
    let (stdout, _) = run(&stand_ins, &arguments, 0);
    let report: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(report["lesson"], "spinner");
    assert_eq!(report["rounds"], 3);
    assert_eq!(report["arguments"][1], "5ms");
    assert_eq!(report["runtimes"][0], "current-thread");
    for (place, half) in ["thread", "async"].iter().enumerate() {
        let half_report = &report["halves"][place];
        assert_eq!(half_report["half"], *half);
        assert_eq!(half_report["runs"], 3);
        let wall = &half_report["wall_s"];
        assert!(wall["median"].as_f64() > Some(0.0), "{wall}");
    }
}

#[test]
fn an_unknown_lesson_exits_2_with_those_there_are() {
    let run = compare().arg("spinnner").assert().code(2);
    let stderr = run.get_output().stderr.clone();
    let stderr = String::from_utf8(stderr).unwrap();
    let stderr = stderr.replace('\n', " ");
    for wanted in ["no lesson 'spinnner'", "download", "spinner,"] {
        assert!(stderr.contains(wanted), "{wanted}: {stderr}");
    }
}

#[test]
fn what_suits_no_lesson_is_wrong_usage() {
    for wrong in [
        &["spinner", "--raw"][..],
        &["spinner", "--count", "3"],
        &["spinner", "semaphore"],
        &["--step", "told"],
        &["--", "--tick", "5ms"],
        &["spinner", "--list"],
        &["spinner", "--rounds", "0"],
    ] {
        let run = compare().args(wrong).assert().code(2);
        let output = run.get_output();
        assert!(output.stdout.is_empty(), "{wrong:?}");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains("--help"), "{wrong:?}: {stderr}");
    }
}

#[test]
fn a_lesson_that_marks_nothing_has_no_timeline() {
    let refuses = r#"case "$*" in
*--trace*) echo "error: unexpected argument '--trace'" >&2
    exit 2 ;;
esac
exit 1 # it must not come to a measurement"#;
    let stand_ins = spinner(refuses, refuses);
    let (stdout, stderr) = run(&stand_ins, &["--timeline", "-"], 2);
    assert_eq!(stdout, "");
    assert!(stderr.contains("no timeline of spinner"), "{stderr}");
}
