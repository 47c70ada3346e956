//! A small workspace in a temporary folder, and our program in it.

// Each test binary uses a part of it.
#![allow(dead_code)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
    time::Duration,
};

use assert_cmd::Command;
use tempfile::TempDir;

/// No test waits longer than this for our program.
const DEADLINE: Duration = Duration::from_secs(120);

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_workbench");

pub(crate) const THREAD: &str = "\
//! Waits on a thread.

use std::{thread, time::Duration};

/// Waits for `delay`; no `.await` here.
fn slow_function(delay: Duration) -> u32 {
    thread::sleep(delay); // this thread waits here
    42
}

/// Waits as an async fn does: with \"async fn\".
pub fn supervisor(delay: Duration) -> u32 {
    let ticker = slow_function(delay);
    ticker
}
";

pub(crate) const ASYNC: &str = "\
//! Waits on a task.

use std::time::Duration;

/// Waits for `delay`; no `.await` here.
async fn slow_function(delay: Duration) -> u32 {
    tokio::time::sleep(delay).await; // other tasks run meanwhile
    42
}

/// Waits as an async fn does: with \"async fn\".
pub async fn supervisor(delay: Duration) -> u32 {
    let ticker = slow_function(delay).await;
    ticker
}
";

const LIB: &str = "\
//! Ticker: who waits? The ticker does.
//!
//! cargo run --bin ticker_thread; cargo test -p ticker
//! Page: docs/en/ticker.md
//! Tests: crates/ticker/tests/ticker.rs
//! Source: after `ticker_thread.py`

pub mod r#async;
pub mod thread;
";

const MANIFEST: &str = "\
[package]
name = \"ticker\"
description = \"Ticker: who waits?\"

[dependencies]
# Light.
lesson.workspace = true

[dev-dependencies]
assert_cmd.workspace = true
";

const BINARY: &str = "\
use std::time::Duration;
use ticker::HALF::supervisor;

fn main() {
    let ticker = Duration::ZERO;
    println!(\"ticker_HALF: {}\", supervisor(ticker));
}
";

const TEST: &str = "\
//! What the ticker promises.

use ticker::thread;

const PROGRAM: &str = env!(\"CARGO_BIN_EXE_ticker_thread\");
const USAGE: &str = \"Usage: ticker_\";
";

const LOCK: &str = "\
[[package]]
name = \"similar\"
";

/// A workspace that keeps the house rules, with a lesson `ticker`.
pub(crate) struct House {
    root: TempDir,
}

impl House {
    /// Returns a folder with nothing in it.
    pub(crate) fn empty() -> Self {
        let root = TempDir::new().expect("a temporary folder");
        Self { root }
    }

    pub(crate) fn new() -> Self {
        let house = Self::empty();
        house.write("Cargo.toml", "[workspace]\n");
        house.write("Cargo.lock", LOCK);
        house.write("rustfmt.toml", "max_width = 68\n");
        house.write("README.md", "| `ticker_thread` |\n");
        house.write("README.zh.md", "| `ticker_thread` |\n");
        house.write("docs/en/SUMMARY.md", "- [T](ticker.md)\n");
        house.write("docs/en/ticker.md", "");
        house.write("docs/zh/ticker.md", "");
        house.write("crates/lesson/Cargo.toml", "");
        house.write("crates/ticker/Cargo.toml", MANIFEST);
        house.write("crates/ticker/src/lib.rs", LIB);
        house.write("crates/ticker/src/thread.rs", THREAD);
        house.write("crates/ticker/src/async.rs", ASYNC);
        for half in ["thread", "async"] {
            let path =
                format!("crates/ticker/src/bin/ticker_{half}.rs");
            house.write(&path, &BINARY.replace("HALF", half));
            let exercises = "crates/practice/exercises/ticker";
            let path = format!("{exercises}/ticker_{half}.rs");
            house.write(&path, "");
        }
        house.write("crates/ticker/tests/ticker.rs", TEST);
        house
    }

    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        let folder = path.parent().expect("files are in folders");
        fs::create_dir_all(folder).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Lists all files, in their order.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut folders = vec![self.root().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let path = path.strip_prefix(self.root());
                let path = path.expect("below the root");
                files.push(path.display().to_string());
            }
        }
        files.sort();
        files
    }

    /// Lists what is in the root and in `crates/`.
    pub(crate) fn folders(&self) -> Vec<PathBuf> {
        let folders = [self.root().to_owned(), self.path("crates")];
        let entries = folders
            .iter()
            .flat_map(|it| fs::read_dir(it).expect("a folder"));
        let mut entries = entries
            .map(|entry| entry.expect("an entry").path())
            .collect::<Vec<_>>();
        entries.sort();
        entries
    }

    /// Lists what tidy finds.
    pub(crate) fn findings(&self) -> Vec<String> {
        let found = tidy::findings(self.root(), &[]);
        let found = found.expect("all files can be read");
        found.iter().map(ToString::to_string).collect()
    }

    /// Returns our program, which is told where the workspace is.
    pub(crate) fn program(&self, arguments: &str) -> Command {
        let mut program = Command::new(PROGRAM);
        program
            .arg("--root")
            .arg(self.root())
            .args(arguments.split_whitespace())
            .env_remove("CLICOLOR_FORCE")
            // Cargo's folder, and its answer, should we run it.
            .env("CARGO_TARGET_DIR", self.path("target"))
            .env("CARGO_NET_OFFLINE", "true")
            .timeout(DEADLINE);
        program
    }

    /// Runs our program, which ends well; returns what it says.
    #[track_caller]
    pub(crate) fn says(&self, arguments: &str) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{output:?}");
        text(&output.stdout)
    }

    /// Runs our program, which finds the usage wrong; returns why.
    #[track_caller]
    pub(crate) fn refuses(&self, arguments: &str) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let told = text(&output.stderr);
        assert!(told.contains("\nUsage: workbench"), "{told}");
        told
    }

    pub(crate) fn run(&self, arguments: &str) -> Output {
        self.program(arguments).output().expect("it runs")
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
