//! The binary, as a student runs it.

use std::{fs, process::Output};

use latency::{PROGRAM, rung::RUNGS};
use serde_json::Value;
use tempfile::TempDir;
use testing::{run, text};

/// Runs the binary with short settings.
fn latency(arguments: &str) -> Output {
    let short = "--quick --rounds 3 --delay 5 --max-set 8";
    let program = env!("CARGO_BIN_EXE_latency");
    run(program, &format!("{short} {arguments}"))
}

/// Returns what it said, which was no error.
fn said(arguments: &str) -> String {
    let output = latency(arguments);
    let said = text(&output.stdout);
    assert_eq!(text(&output.stderr), "", "{arguments}");
    assert_eq!(output.status.code(), Some(0), "{said}");
    said.to_owned()
}

/// Asserts that `said` fits a terminal.
#[track_caller]
fn assert_fits(said: &str) {
    assert!(said.lines().count() <= 24, "{said}");
    let plain = |line: &str| {
        line.chars().count() <= 80
            && !line.chars().any(char::is_control)
    };
    assert!(said.lines().all(plain), "{said}");
}

#[test]
fn the_ladder_has_every_rung_or_its_reason() {
    let said = said("");
    assert_fits(&said);
    for rung in RUNGS {
        let rows = said.lines().filter(|line| {
            line.starts_with(&format!("{:18}  ", rung.name))
        });
        assert_eq!(rows.count(), 1, "{} in {said}", rung.name);
    }
    assert!(said.contains("Away and back are two switches"));
    assert!(said.contains("request"), "{said}");
}

#[test]
fn one_round_supports_no_verdict() {
    let said = said("--rounds 1");
    assert!(said.contains("One round has no spread"), "{said}");
    assert!(!said.contains("worth it for"), "{said}");
}

#[test]
fn meanwhile_has_a_row_for_each_wait_that_was_measured() {
    let said = said("--step meanwhile");
    assert_fits(&said);
    assert!(said.contains("\nduring "), "{said}");
    assert!(said.contains("\nrequest, far away "), "{said}");
    assert!(said.contains("took a second, one "), "{said}");
}

#[test]
fn a_debug_build_says_that_it_is_one() {
    for step in PROGRAM.steps {
        let said = said(&format!("--step {}", step.name));
        let last = said.lines().last().expect("it says something");
        let notice = last.starts_with("(debug build");
        assert_eq!(notice, cfg!(debug_assertions), "{said}");
    }
}

/// Asserts that a report has all rungs in their order, each with
/// its figures or with a reason.
fn assert_report(json: &str) {
    let report: Value = serde_json::from_str(json).expect(json);
    assert_eq!(report["rounds"], 3);
    assert_eq!(report["quick"], true);
    assert_eq!(report["delay_milliseconds"], 5);
    assert_eq!(report["sets"].as_array().map(Vec::len), Some(4));
    let rows = report["rungs"].as_array().expect("rungs");
    let keys = rows.iter().map(|row| row["rung"].as_str());
    assert!(keys.eq(RUNGS.map(|rung| Some(rung.key))), "{json}");
    for row in rows {
        if let Some(reason) = row["reason"].as_str() {
            assert_ne!(reason, "");
            assert!(row["nanoseconds"].is_null(), "{row}");
            continue;
        }
        let figure = |name: &str| {
            row["nanoseconds"][name].as_f64().expect(json)
        };
        let names = ["min", "p10", "median", "p90", "max"];
        assert!(names.map(figure).is_sorted(), "{row}");
    }
}

#[test]
fn a_report_goes_to_a_file_beside_the_ladder() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("ladder.json");
    let said = said(&format!("--json {}", file.display()));
    assert!(said.contains("Away and back"), "{said}");
    assert_report(&fs::read_to_string(file).expect("a report"));
}

#[test]
fn a_report_to_standard_output_is_all_that_is_printed() {
    assert_report(&said("--json -"));
}

#[test]
fn a_report_that_cannot_be_written_is_an_error() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("nowhere/ladder.json");
    let output = latency(&format!("--json {}", file.display()));
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(
        told.contains("ladder.json cannot be written"),
        "{told}"
    );
}

#[test]
fn files_are_written_in_the_folder_that_is_named() {
    let folder = TempDir::new().expect("a folder");
    let shown = folder.path().display();
    let said = said(&format!("--folder {shown}"));
    assert!(said.contains(&format!("Files: {shown}.")), "{said}");
    let output = latency(&format!("--folder {shown}/nowhere"));
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(told.contains("nowhere is no folder"), "{told}");
}

#[test]
fn help_lists_the_steps_and_nothing_to_stretch() {
    let said = said("--help");
    assert_fits(&said);
    for step in PROGRAM.steps {
        assert!(said.contains(step.about), "{said}");
    }
    assert!(!said.contains("--slow"), "{said}");
}

#[test]
fn wrong_usage_exits_with_2_and_the_usage_line() {
    for arguments in [
        "--step nope",
        "--slow 2",
        "--rounds 0",
        "--delay soon",
        "--json",
        "x",
    ] {
        let output = latency(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        let told = text(&output.stderr);
        assert!(told.contains("Usage: latency"), "{told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_in_memory_is_no_disk() {
    let memory = "/dev/shm";
    if fs::metadata(memory).is_err() {
        return; // a container without one
    }
    let said = said(&format!("--folder {memory}"));
    let reads = "read 4 KiB, disk    not measured: 0 of 2 reads";
    assert!(said.contains(reads), "{said}");
    let fsync = "fsync of 4 KiB      not measured: nothing came";
    assert!(said.contains(fsync), "{said}");
    // Nothing is computed from them.
    assert!(!said.contains("fsyncs"), "{said}");
}
