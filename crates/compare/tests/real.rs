//! The real programs, built by compare itself, end to end.

use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;

/// Building may take minutes, if nothing is built yet.
const DEADLINE: Duration = Duration::from_secs(15 * 60);

fn compare() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_compare"));
    command.timeout(DEADLINE);
    command
}

#[test]
fn it_builds_and_compares_the_real_programs() {
    let dest = tempfile::tempdir().unwrap();
    let mut run = compare();
    let run = run.args(["--raw", "--delay", "5", "--json"]);
    let run = run.arg("--dest").arg(dest.path()).assert().code(0);
    let report: Value =
        serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(report["identical"], true);
    let versions = report["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 5);
    for version in versions {
        assert_eq!(version["ok"], 20, "{version}");
        let server = &version["server"];
        assert_eq!(server["requests"], 20, "{version}");
        let at_once = match version["version"].as_str() {
            Some("sequential") => 1,
            _ => 5,
        };
        assert_eq!(server["peak_in_flight"], at_once, "{version}");
    }
    let saved =
        std::fs::read_dir(dest.path().join("async")).unwrap();
    assert_eq!(saved.count(), 20);
}

#[test]
#[cfg(target_os = "linux")]
fn on_linux_every_column_has_a_figure() {
    let mut run = compare();
    let run = run.args(["--only", "thread", "--no-save", "--json"]);
    let run = run.args(["--delay", "20"]).assert().code(0);
    let report: Value =
        serde_json::from_slice(&run.get_output().stdout).unwrap();
    let version = &report["versions"][0];
    // Five for the requests, and the main thread.
    assert_eq!(version["peak_threads"], 6, "{version}");
    for key in ["peak_memory_bytes", "context_switches"] {
        assert!(version[key].as_u64() > Some(0), "{version}");
    }
    assert!(version["cpu_s"]["median"].as_f64() > Some(0.0));
}

#[test]
fn it_builds_and_compares_the_halves_of_a_lesson() {
    let mut run = compare();
    let run = run.args(["spinner", "--rounds", "1", "--json"]);
    let run = run.args(["--", "--work", "50ms"]).assert().code(0);
    let report: Value =
        serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(report["runtimes"][0], "current-thread");
    let halves = report["halves"].as_array().unwrap();
    assert_eq!(halves.len(), 2);
    for half in halves {
        // The whole process, not less than it waits.
        assert!(half["wall_s"]["min"].as_f64() >= Some(0.05));
    }
}

#[test]
fn the_list_has_the_lessons_with_their_commands() {
    let run = compare().arg("--list").assert().code(0);
    let stdout = &run.get_output().stdout;
    let text = String::from_utf8_lossy(stdout);
    let place = |wanted: &str| {
        text.find(wanted)
            .unwrap_or_else(|| panic!("no '{wanted}' in:\n{text}"))
    };
    let lesson = place("\ndownload\n");
    let thread = place("cargo run --release --bin download_thread");
    let task = place("cargo run --release --bin download_async");
    assert!(lesson < thread && thread < task, "{text}");
}

#[test]
fn both_halves_of_a_lesson_are_drawn_on_one_axis() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.svg");
    let mut run = compare();
    let run = run.args(["spinner", "--rounds", "1", "--timeline"]);
    run.arg(&file).args(["--", "--work", "50ms"]).assert().code(0);
    let picture = std::fs::read_to_string(file).unwrap();
    let at = |text: &str| picture.find(text).expect(text);
    assert!(at(">thread main<") < at(">task main<"));
    assert_eq!(picture.matches(">0<").count(), 2, "two axes");
}
