//! The program, through its command line.

use std::{fs, path::Path, time::Duration};

use assert_cmd::{Command, assert::Assert};

mod support;
use support::leave;

/// A run of criterion's, as a folder, and a place for a report.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        for (name, time) in [("thread", 100.0), ("async", 200.0)] {
            let folder = place.path("criterion").join(name);
            leave(
                &folder,
                ("as-completed", Some(name), None),
                time,
            );
        }
        place
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    /// Runs the program on as many runs.
    fn report(&self, runs: usize, more: &[&str]) -> Assert {
        let mut program = self.program();
        for _ in 0..runs {
            program.arg("--from").arg(self.path("criterion"));
        }
        program.args(more).assert()
    }

    fn program(&self) -> Command {
        let mut program = program();
        program.arg("--out").arg(self.path("report"));
        let reference = self.path("reference.json");
        program.arg("--reference").arg(reference);
        program
    }
}

fn program() -> Command {
    let mut program = Command::cargo_bin("bench").unwrap();
    program.timeout(Duration::from_secs(60));
    program
}

fn stdout(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into()
}

fn stderr(assert: &Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_report_is_a_table_a_sentence_and_a_page() {
    let place = Place::new();
    let done = place.report(6, &[]).success();
    let said = stdout(&done);
    assert!(said.contains("as-completed\n"), "{said}");
    assert!(said.contains("threads win"), "{said}");
    assert!(said.lines().all(|line| {
        line.starts_with("The page") || line.chars().count() <= 80
    }));
    let page = read(&place.path("report/index.html"));
    assert!(page.contains("as-completed"));
}

#[test]
fn a_lesson_may_be_written_as_its_bench() {
    let place = Place::new();
    place.report(1, &["as_completed"]).success();
    place.report(1, &["as-completed"]).success();
}

#[test]
fn a_lesson_that_is_not_there_is_wrong_usage_with_a_list() {
    let place = Place::new();
    let failed = place.report(1, &["nonsense"]).code(2);
    let said = stderr(&failed);
    assert!(said.contains("'nonsense'"), "{said}");
    assert!(said.contains("there are: as-completed"), "{said}");
}

#[test]
fn an_unknown_lesson_is_told_before_anything_is_built() {
    let failed = program().arg("nonsense").assert().code(2);
    let said = stderr(&failed);
    assert!(said.contains("there are: "), "{said}");
    assert!(said.contains("download"), "{said}");
}

#[test]
fn wrong_usage_shows_the_usage() {
    for wrong in [&["--loud"][..], &["--record", "--quick"]] {
        let failed = program().args(wrong).assert().code(2);
        assert!(stderr(&failed).contains("Usage: bench"));
    }
    let help = program().arg("--help").assert().success();
    assert!(stdout(&help).contains("--quick"));
    assert!(stdout(&help).lines().all(|it| it.len() <= 80));
}

#[test]
fn the_report_of_before_stays_when_there_is_nothing_new() {
    let place = Place::new();
    place.report(6, &[]).success();
    let before = read(&place.path("report/index.html"));
    let folder = place.path("nowhere");
    let mut program = place.program();
    let failed = program.arg("--from").arg(&folder).assert();
    assert!(stderr(&failed.code(1)).contains("nowhere"));
    assert_eq!(read(&place.path("report/index.html")), before);
}

#[test]
fn lessons_that_are_not_measured_again_stay_on_the_page() {
    let place = Place::new();
    place.report(6, &[]).success();
    fs::remove_dir_all(place.path("criterion")).unwrap();
    let folder = place.path("criterion/one");
    leave(&folder, ("spawn", Some("thread"), None), 1.0);
    place.report(6, &[]).success();
    let page = read(&place.path("report/index.html"));
    assert!(page.contains("as-completed"), "it was lost");
    assert!(page.contains("spawn"));
}

#[test]
fn figures_become_the_reference_and_stand_beside_the_next() {
    let place = Place::new();
    place.report(6, &[]).success();
    place.program().arg("--record").assert().success();
    let reference = read(&place.path("reference.json"));
    let figures = read(&place.path("report/figures.json"));
    assert_eq!(reference, figures);
    place.report(6, &[]).success();
    let page = read(&place.path("report/index.html"));
    assert!(page.contains("reference (hollow)"));
}

#[test]
fn figures_in_a_hurry_become_no_reference() {
    let place = Place::new();
    place.report(3, &["--quick"]).success();
    let failed = place.program().arg("--record").assert().code(1);
    assert!(stderr(&failed).contains("as-completed was measured"));
    assert!(!place.path("reference.json").exists());
}

#[test]
fn without_figures_there_is_nothing_to_record() {
    let place = Place::new();
    let failed = place.program().arg("--record").assert().code(1);
    assert!(stderr(&failed).contains("first run `just bench`"));
}
