//! `--timeline` and `--trace`.

use std::{collections::BTreeSet, fs};

use assert_cmd::Command;
use testing::{DEADLINE, text};
use timeline::{End, Kind, Timeline, trace};

const THREAD: &str = env!("CARGO_BIN_EXE_download_thread");
const ASYNC: &str = env!("CARGO_BIN_EXE_download_async");
const SEQUENTIAL: &str = env!("CARGO_BIN_EXE_download_sequential");

/// Six flags, three at once.
const SIX: &str = "--limit 6 --max-req 3 --delay 5 --no-save";

/// Runs `program` in an empty folder that the test keeps.
fn run(
    program: &str,
    folder: &tempfile::TempDir,
    arguments: &str,
) -> std::process::Output {
    Command::new(program)
        .args(SIX.split_whitespace())
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .timeout(DEADLINE)
        .output()
        .expect("the program runs")
}

fn recorded(program: &str, step: &str) -> Timeline {
    let folder = tempfile::tempdir().expect("a folder");
    let output =
        run(program, &folder, &format!("--trace x.json {step}"));
    assert!(output.status.success(), "{}", text(&output.stderr));
    let json = fs::read_to_string(folder.path().join("x.json"));
    trace::read(&json.expect("it was written")).expect("a trace")
}

#[test]
fn each_unit_has_a_lane_that_waits_for_answers() {
    for (program, kind) in
        [(THREAD, Kind::Thread), (ASYNC, Kind::Task)]
    {
        for step in ["", "--step raw"] {
            let timeline = recorded(program, step);
            let names =
                timeline.lanes.iter().map(|it| it.name.as_str());
            let names: Vec<_> = names.collect();
            assert_eq!(names, ["main", "1", "2", "3"], "{step}");
            for lane in &timeline.lanes {
                assert_eq!(
                    (lane.kind, lane.end),
                    (kind, End::Done)
                );
            }
            let waits = |what: &str| {
                let lanes = timeline.lanes.iter();
                let spans = lanes.flat_map(|lane| &lane.spans);
                let for_it = spans.filter(|span| {
                    span.waits_for.as_deref() == Some(what)
                });
                for_it.count()
            };
            assert!(waits("flags") >= 1);
            // A task that has its answer at once does not wait.
            assert!(waits("answer") >= 3, "{program} {step}");
        }
    }
}

/// The lesson in a picture: while threads wait, threads wait with
/// them; while tasks wait, none does.
#[test]
fn a_waiting_thread_is_held_and_a_waiting_task_holds_none() {
    for (program, held, threads) in [
        (SEQUENTIAL, true, 1),
        (THREAD, true, 4),
        (ASYNC, false, 1),
    ] {
        let timeline = recorded(program, "");
        let spans = timeline.lanes.iter().flat_map(|it| &it.spans);
        let ran: BTreeSet<_> =
            spans.clone().filter_map(|it| it.thread).collect();
        assert_eq!(ran.len(), threads, "{program}");
        for span in spans.filter(|it| it.waits_for.is_some()) {
            assert_eq!(span.thread.is_some(), held, "{program}");
        }
    }
}

#[test]
fn a_picture_is_written_and_nothing_else() {
    for program in [SEQUENTIAL, THREAD, ASYNC] {
        let folder = tempfile::tempdir().expect("a folder");
        let output = run(program, &folder, "--timeline x.svg");
        assert!(output.status.success());
        let picture =
            fs::read_to_string(folder.path().join("x.svg"));
        let picture = picture.expect("it was written");
        assert!(picture.starts_with("<svg "));
        assert!(picture.ends_with("</svg>\n"));
        let files = fs::read_dir(&folder).expect("a folder");
        assert_eq!(files.count(), 1);
    }
}

#[test]
fn a_dash_prints_a_timeline_that_fits_a_terminal() {
    for (program, unit) in [(THREAD, "thread"), (ASYNC, "task")] {
        let folder = tempfile::tempdir().expect("a folder");
        let output = run(program, &folder, "--timeline -");
        let text = text(&output.stdout);
        assert!(text.contains(&format!("\n{unit} 3  ")), "{text}");
        assert!(text.lines().all(|it| it.chars().count() <= 80));
        let files = fs::read_dir(&folder).expect("a folder");
        assert_eq!(files.count(), 0);
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told_before_anything_runs() {
    for program in [SEQUENTIAL, THREAD, ASYNC] {
        for option in ["--timeline gone/x.svg", "--trace ."] {
            let folder = tempfile::tempdir().expect("a folder");
            let output = run(program, &folder, option);
            assert_eq!(output.status.code(), Some(1), "{option}");
            assert_eq!(text(&output.stdout), "", "{option}");
            let error = text(&output.stderr);
            let file = option.split(' ').nth(1).unwrap();
            let told = format!("error: {file} cannot be written: ");
            assert!(error.starts_with(&told), "{error}");
            assert_eq!(error.lines().count(), 1, "{error}");
        }
    }
}

#[test]
fn an_older_file_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.json");
    let old = "x".repeat(1_000_000);
    fs::write(&path, old).expect("written");
    run(THREAD, &folder, "--trace x.json");
    let new = fs::read_to_string(path).expect("it is there");
    trace::read(&new).expect("nothing of the old one is left");
}

#[test]
fn a_timeline_and_json_on_standard_output_are_wrong_usage() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run(ASYNC, &folder, "--timeline - --json");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("name a file"));
}
