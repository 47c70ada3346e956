//! The command: what it runs, what it says, and its exit codes.
#![cfg(unix)]

mod claims;
mod halves;
mod stand_in;

use std::fs;

use serde_json::Value;
use stand_in::{StandIns, compare};

/// Returns standard output and standard error as text.
fn said(assert: &assert_cmd::assert::Assert) -> (String, String) {
    let output = assert.get_output();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout.clone()), text(output.stderr.clone()))
}

fn json(assert: &assert_cmd::assert::Assert) -> Value {
    serde_json::from_str(&said(assert).0).expect("one JSON object")
}

#[test]
fn versions_that_save_the_same_are_identical() {
    let stand_ins = StandIns::new();
    let run = stand_ins.compare_saving().arg("--json").assert();
    let run = run.code(0);
    assert_eq!(json(&run)["identical"], true);
}

#[test]
fn a_version_that_saves_other_bytes_is_told_and_fails_the_run() {
    let stand_ins = StandIns::new();
    stand_ins.download("async", "other", 20, 0);
    let run = stand_ins.compare_saving().arg("--json").assert();
    let run = run.code(1);
    assert_eq!(json(&run)["identical"], false);
    let (_, stderr) = said(&run);
    assert!(
        stderr.contains(
            "async, compared with sequential, saved other bytes \
             as br.gif"
        ),
        "{stderr}"
    );
}

#[test]
fn without_saving_nothing_is_said_to_be_identical() {
    let stand_ins = StandIns::new();
    let mut run = stand_ins.compare();
    let run = run.args(["--no-save", "--json"]).assert().code(0);
    assert_eq!(json(&run)["identical"], Value::Null);
    let calls = stand_ins.notes("calls");
    assert!(!calls.contains("--dest"), "{calls}");
}

#[test]
fn one_version_alone_is_not_said_to_be_identical() {
    let stand_ins = StandIns::new();
    let mut run = stand_ins.compare_saving();
    let run = run.args(["--only", "thread", "--json"]).assert();
    assert_eq!(json(&run.code(0))["identical"], Value::Null);
}

#[test]
fn failed_downloads_are_told_and_fail_the_run() {
    let stand_ins = StandIns::new();
    stand_ins.download("thread", "bytes", 18, 2);
    let run = stand_ins.compare_saving().assert().code(1);
    let (stdout, _) = said(&run);
    for wanted in [
        "18 of 20",
        "Thread: 2 of 20 downloads failed (BR: it was refused",
    ] {
        assert!(stdout.contains(wanted), "{wanted}: {stdout}");
    }
}

#[test]
fn a_version_that_breaks_down_does_not_stop_the_others() {
    let stand_ins = StandIns::new();
    let script = "echo 'all is lost' >&2; exit 101";
    stand_ins.program("download_thread", script);
    let run = stand_ins.compare_saving().arg("--json").assert();
    let run = run.code(1);
    let versions = &json(&run)["versions"];
    assert_eq!(versions[0]["ok"], 20);
    assert_eq!(versions[1]["wall_s"], Value::Null);
    assert_eq!(versions[1]["error"], 20);
    assert_eq!(versions[2]["ok"], 20);
    let (_, stderr) = said(&run);
    assert!(stderr.contains("101): all is lost"), "{stderr}");
}

#[test]
fn downloads_that_do_not_add_up_are_told() {
    let stand_ins = StandIns::new();
    stand_ins.download("async", "bytes", 19, 0);
    let run = stand_ins.compare_saving().assert().code(1);
    let (stdout, _) = said(&run);
    assert!(stdout.contains("it counts 19 of 20"), "{stdout}");
}

#[test]
fn a_server_that_does_not_start_is_told() {
    let stand_ins = StandIns::new();
    stand_ins.program("flag_server", "echo 'no port' >&2; exit 1");
    let run = stand_ins.compare_saving().assert().code(1);
    let (stdout, _) = said(&run);
    assert!(
        stdout.contains("the flag server ended at once: no port"),
        "{stdout}"
    );
}

#[test]
fn rounds_run_in_alternating_order() {
    let stand_ins = StandIns::new();
    let mut run = stand_ins.compare_saving();
    run.args(["--rounds", "2"]).assert().code(0);
    let calls = stand_ins.notes("calls");
    let order: Vec<&str> = calls
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(
        order,
        [
            "sequential",
            "thread",
            "async",
            "async",
            "thread",
            "sequential",
        ]
    );
}

#[test]
fn every_run_has_a_server_of_its_own_that_ends_with_it() {
    let stand_ins = StandIns::new();
    let mut run = stand_ins.compare_saving();
    run.args(["--rounds", "2"]).assert().code(0);
    assert_eq!(stand_ins.notes("servers").lines().count(), 6);
}

#[test]
fn the_raw_pair_is_the_step_raw_of_the_same_programs() {
    let stand_ins = StandIns::new();
    let mut run = stand_ins.compare_saving();
    run.args(["--only", "raw_async,raw_thread"]).assert().code(0);
    let calls = stand_ins.notes("calls");
    let lines: Vec<&str> = calls.lines().collect();
    assert_eq!(lines.len(), 2, "{calls}");
    assert!(lines[0].starts_with("thread "), "{calls}");
    assert!(lines[1].starts_with("async "), "{calls}");
    assert!(
        lines.iter().all(|line| line.contains("--step raw")),
        "{calls}"
    );
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let stand_ins = StandIns::new();
    let theirs = stand_ins.path().join("saved/thread/thesis.txt");
    fs::create_dir_all(theirs.parent().unwrap()).unwrap();
    fs::write(&theirs, "years of work").unwrap();
    let run = stand_ins.compare_saving().assert().code(1);
    let (_, stderr) = said(&run);
    assert!(
        stderr.contains("files that compare did not make"),
        "{stderr}"
    );
    assert!(theirs.exists());
}

#[test]
fn files_of_an_earlier_run_are_not_taken_for_new_ones() {
    let stand_ins = StandIns::new();
    stand_ins.compare_saving().assert().code(0);
    let old = stand_ins.path().join("saved/thread/old.gif");
    fs::write(&old, "old").unwrap();
    stand_ins.compare_saving().assert().code(0);
    assert!(!old.exists());
}

#[test]
fn a_program_that_is_missing_is_named() {
    let stand_ins = StandIns::new();
    let missing = stand_ins.path().join("download_async");
    fs::remove_file(missing).unwrap();
    let run = stand_ins.compare_saving().assert().code(1);
    let (_, stderr) = said(&run);
    assert!(
        stderr.contains("there is no program download_async"),
        "{stderr}"
    );
}

#[test]
fn the_default_output_fits_80_columns_and_24_lines() {
    let stand_ins = StandIns::new();
    let run = stand_ins.compare_saving().assert().code(0);
    let (stdout, stderr) = said(&run);
    assert_eq!(stderr, "", "no bars where there is no terminal");
    for line in stdout.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    // The prompt wants a line, a debug build has one more.
    let lines = stdout.lines();
    let lines = lines.filter(|line| !line.contains("debug build"));
    assert!(lines.count() <= 23, "{stdout}");
}

#[test]
fn wrong_usage_exits_2_with_the_usage_line() {
    for wrong in [
        &["--count", "0"][..],
        &["--count", "1000001"],
        &["--max-req", "0"],
        &["--rounds", "0"],
        &["--only", "process"],
        &["--delay", "slow"],
        &["--no-save", "--dest", "x"],
        &["--sideways"],
    ] {
        let run = compare().args(wrong).assert().code(2);
        let (stdout, stderr) = said(&run);
        assert_eq!(stdout, "", "{wrong:?}");
        assert!(stderr.contains("--help"), "{wrong:?}: {stderr}");
    }
}

#[test]
fn too_many_requests_for_the_limit_are_refused_beforehand() {
    let stand_ins = StandIns::new();
    let shell = "ulimit -n 64; exec \"$@\"";
    let mut run = assert_cmd::Command::new("sh");
    run.args(["-c", shell, "sh", env!("CARGO_BIN_EXE_compare")])
        .args(["--max-req", "1000", "--count", "1000"])
        .arg("--bin-dir")
        .arg(stand_ins.path())
        .timeout(std::time::Duration::from_secs(60));
    let run = run.assert().code(1);
    let (_, stderr) = said(&run);
    for wanted in ["2032", "64 (open files, ulimit -n)", "prlimit"]
    {
        assert!(stderr.contains(wanted), "{wanted}: {stderr}");
    }
    assert!(!stand_ins.path().join("calls").exists());
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let stand_ins = StandIns::new();
    // The reader is gone before the first line is written; then
    // the shell tells the exit code.
    let shell = r#"{ "$@"; echo "exit code $?" >&2; } | true"#;
    for json in [&[][..], &["--json"]] {
        let mut run = assert_cmd::Command::new("sh");
        run.args(["-c", shell, "sh"])
            .arg(env!("CARGO_BIN_EXE_compare"))
            .args(json)
            .args(["--no-save", "--bin-dir"])
            .arg(stand_ins.path())
            .timeout(std::time::Duration::from_secs(60));
        let (_, stderr) = said(&run.assert().code(0));
        assert_eq!(stderr, "exit code 0\n");
    }
}
