//! Running benches: of a workspace that was made up, with a bench
//! that measures nothing.

use std::{fs, path::PathBuf, time::Duration};

use assert_cmd::Command;

const MANIFEST: &str = r#"
[package]
name = "made-up"
edition = "2024"

[[bench]]
name = "stand_in"
path = "bench.rs"
harness = false

[workspace]
"#;

struct Workspace(tempfile::TempDir);

impl Workspace {
    fn new() -> Self {
        let workspace = Self(tempfile::tempdir().unwrap());
        let put = |name: &str, text: &str| {
            fs::write(workspace.path(name), text).unwrap();
        };
        put("Cargo.toml", MANIFEST);
        put("bench.rs", include_str!("stand_in/bench.rs"));
        fs::create_dir(workspace.path("src")).unwrap();
        put("src/lib.rs", "");
        workspace
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn program(&self) -> Command {
        let mut program = Command::cargo_bin("bench").unwrap();
        program
            .timeout(Duration::from_secs(120))
            .current_dir(self.0.path())
            .env("CARGO_TARGET_DIR", self.path("target"))
            .env("STAND_IN_LOG", self.path("log"));
        program
    }

    fn log(&self) -> Vec<String> {
        let log = fs::read_to_string(self.path("log")).unwrap();
        log.lines().map(str::to_owned).collect()
    }
}

#[test]
fn benches_run_in_alternating_rounds_and_failures_lose_nothing() {
    let workspace = Workspace::new();
    let done = workspace.program().assert().success();
    let said = String::from_utf8_lossy(&done.get_output().stdout);
    assert!(
        said.contains("2 ids of 1 benches, 6 rounds"),
        "{said}"
    );
    assert!(said.contains("threads win"), "{said}");
    // Each is tried; then thread, async, async, thread, and so on.
    let [thread, task] = ["stand-in/thread", "stand-in/async"];
    let round = [thread, task, task, thread];
    let mut expected = vec![thread, task];
    expected.extend(round.repeat(3));
    assert_eq!(workspace.log(), expected);

    let page = workspace.path("target/report/index.html");
    let before = fs::read_to_string(&page).unwrap();
    let mut program = workspace.program();
    program.env("STAND_IN_FAILS", "1");
    let failed = program.assert().code(1);
    let said = String::from_utf8_lossy(&failed.get_output().stderr);
    assert!(said.contains("stand-in/thread"), "{said}");
    assert!(said.contains("it does not work"), "{said}");
    assert!(said.contains("is as it was"), "{said}");
    assert_eq!(fs::read_to_string(&page).unwrap(), before);

    fs::remove_file(workspace.path("log")).unwrap();
    let mut program = workspace.program();
    program.args(["stand-in", "--quick"]).assert().success();
    assert_eq!(workspace.log().len(), 6);
}
