//! A `loop` fence becomes a figure.

use std::{fs, path::Path};

use book::{
    functions::functions, language::Language, material::Material,
    page, problem::Problem,
};
use serde_json::Value;
use tempfile::TempDir;

const COMMAND: &str = "cargo run --bin clock_async";
const FILE: &str = "docs/loop/clock_async.json";
const SOURCE: &str = "//! A clock.\n\nstruct Clock;\n\n/// Ticks.\n\
    async fn tick() {\n    sleep(1 < 2).await;\n}\n";

/// Main waits in line 7 for a task that has a name of its own.
const TRACE: &str = r#"{"format": 1, "turns": [
  {"turn": 1, "at_us": 10,
    "slept": {"at_most_us": 0, "for_us": 5, "times": 1},
    "ready": [{"task": 0, "woken_by": "start"}],
    "polls": [{"task": 0, "name": "</script>", "at_us": 20,
      "took_us": 5, "did": [], "spawned": [], "done": false,
      "waits": [{"kind": "timer", "left_us": 1000,
        "file": "src/clock.rs", "line": 7}]}],
    "timers": [{"task": 0, "due_us": 1025}], "sockets": []}
]}"#;

/// Makes a workspace with a page, a source and a recorded run.
fn workspace(source: &str, trace: Option<&str>) -> TempDir {
    let root = tempfile::tempdir().expect("there is room");
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        let folder = path.parent().expect("it is in a folder");
        fs::create_dir_all(folder).expect("there is room");
        fs::write(path, text).expect("there is room");
    };
    write("crates/clock/Cargo.toml", "");
    write("crates/clock/src/bin/clock_async.rs", "fn main() {}\n");
    write("src/clock.rs", source);
    let ledger = "taken_en = ''\ntaken_zh = ''\nclaim = []\n";
    write("docs/claims.toml", ledger);
    if let Some(trace) = trace {
        write(FILE, trace);
    }
    root
}

fn fill(root: &Path) -> Result<String, Vec<Problem>> {
    let material = Material::read(root).expect("it can be read");
    let page = format!("```loop\ncommand = \"{COMMAND}\"\n```\n");
    let file = "docs/en/clock.md";
    page::fill(&page, file, Language::English, &material)
}

fn problem(source: &str, trace: Option<&str>) -> String {
    let root = workspace(source, trace);
    let problems = fill(root.path()).expect_err("it is not right");
    problems[0].to_string()
}

#[test]
fn the_page_holds_the_steps_as_data_and_in_words() {
    let root = workspace(SOURCE, Some(TRACE));
    let html = fill(root.path()).expect("it is right");
    let (_, data) = html
        .split_once("<script type=\"application/json\">")
        .expect("the data are on the page");
    let (data, _) = data.split_once("</script>").expect("all");
    let data: Value = serde_json::from_str(data).expect("JSON");
    let steps = data["steps"].as_array().expect("a list");
    assert_eq!(steps.len(), 3, "{data}");
    assert_eq!(
        html.matches("<li><span class=\"when\">").count(),
        3
    );
    assert_eq!(data["names"]["0"], "0 </script>");
    assert_eq!(steps[2]["timers"], serde_json::json!([[0, 1025]]));
}

#[test]
fn the_rows_are_those_of_the_functions_that_run() {
    let root = workspace(SOURCE, Some(TRACE));
    let html = fill(root.path()).expect("it is right");
    let rows = html.matches("data-n=").count();
    assert_eq!(rows, 3, "the function from its name to its end");
    assert!(html.contains("data-n=\"6\""));
    assert!(html.contains("\"phase\":2,\"task\":0,\"row\":0"));
    assert!(html.contains("\"row\":1,\"ready\":[],\"taken\":[]"));
}

#[test]
fn a_run_that_was_not_recorded_is_a_problem() {
    let problem = problem(SOURCE, None);
    assert!(problem.starts_with("docs/en/clock.md:1: "));
    assert!(problem.contains(FILE), "{problem}");
    assert!(problem.contains("record"), "{problem}");
}

#[test]
fn a_run_of_other_sources_is_a_problem() {
    let moved = format!("// A line more.\n{SOURCE}");
    let problem = problem(&moved, Some(TRACE));
    assert!(problem.contains("src/clock.rs:7"), "{problem}");
    assert!(problem.contains("record it again"), "{problem}");
}

#[test]
fn a_run_of_another_format_is_a_problem() {
    let other = TRACE.replace("\"format\": 1", "\"format\": 9");
    let problem = problem(SOURCE, Some(&other));
    assert!(problem.contains("format 9"), "{problem}");
}

#[test]
fn functions_have_their_lines() {
    let text = "fn a() {\n}\n\nimpl B {\n    /// Says c.\n    \
                pub fn c() {\n        fn d() {}\n    }\n}\n";
    let lines = functions(text).expect("it is Rust");
    assert_eq!(lines, [1..=2, 6..=8, 7..=7]);
}
