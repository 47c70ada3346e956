//! A course of two exercises that need no library, and whoever
//! takes it.

// Each test file is a crate of its own and uses a part of this.
#![allow(dead_code)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;
use testing::{in_time, text};

/// The exercises of the course, in its order.
pub(crate) const NAMES: [&str; 2] = ["add_thread", "twice_thread"];

/// What the tests of both begin with.
const TESTS: &str = "\n#[cfg(test)]\n";

/// A room: the teacher's workspace, and a folder for the students.
pub(crate) struct Room {
    folder: TempDir,
}

impl Room {
    /// Makes the workspace.
    pub(crate) fn new() -> Self {
        let room =
            Self { folder: TempDir::new().expect("a folder") };
        lay(&room.teacher());
        fs::create_dir(room.class()).expect("a folder");
        room
    }

    pub(crate) fn teacher(&self) -> PathBuf {
        self.folder.path().join("teacher")
    }

    pub(crate) fn class(&self) -> PathBuf {
        self.folder.path().join("class")
    }

    /// Makes the clone of a student who has written `add` and
    /// `twice` so.
    pub(crate) fn clone_of(
        &self,
        name: &str,
        add: &str,
        twice: &str,
    ) -> PathBuf {
        let clone = self.class().join(name);
        lay(&clone);
        write(&program(&clone, "add_thread"), add);
        write(&program(&clone, "twice_thread"), twice);
        clone
    }

    /// Runs the tool in the teacher's workspace.
    pub(crate) fn teaches(&self, arguments: &[&str]) -> Output {
        run(&self.teacher(), arguments)
    }
}

/// Returns where a program stands in a clone.
pub(crate) fn program(clone: &Path, name: &str) -> PathBuf {
    clone.join(format!("crates/practice/exercises/sums/{name}.rs"))
}

/// Returns `body` as the exercise `add_thread` with its tests.
pub(crate) fn add(body: &str) -> String {
    format!(
        "//! # Add\n\nfn add(a: u32, b: u32) -> u32 {{\n{body}\n\
         }}\n\nfn main() {{\n    println!(\"{{}}\", add(1, 2));\n\
         }}\n{TESTS}mod tests {{\n    use super::*;\n\n    \
         #[test]\n    fn one_and_two_are_three() {{\n        \
         assert_eq!(add(1, 2), 3);\n    }}\n}}\n"
    )
}

/// Returns `body` as the exercise `twice_thread` with its tests.
pub(crate) fn twice(body: &str) -> String {
    add(body)
        .replace("add(a: u32, b: u32)", "twice(a: u32)")
        .replace("add(1, 2)", "twice(2)")
        .replace("one_and_two_are_three", "twice_two_is_four")
        .replace(", 3)", ", 4)")
}

/// What `add_thread` and `twice_thread` are at first.
pub(crate) fn set() -> [String; 2] {
    [add("    a - b + b - a"), twice("    a")]
}

/// Writes a workspace as far as the tool looks at it.
fn lay(root: &Path) {
    let practice = root.join("crates/practice");
    let bins = NAMES.map(|name| {
        let path = format!("exercises/sums/{name}.rs");
        format!("{{ name = \"{name}\", path = \"{path}\" }},\n")
    });
    let manifest = format!(
        "bin = [\n{}]\n\n[package]\nname = \"practice\"\n\
         edition = \"2024\"\n\n[workspace]\n",
        bins.concat()
    );
    write(&practice.join("Cargo.toml"), &manifest);
    let lock = "version = 4\n\n[[package]]\nname = \"practice\"\n\
                version = \"0.0.0\"\n";
    write(&practice.join("Cargo.lock"), lock);
    let mut originals = Vec::new();
    for (name, text) in NAMES.iter().zip(set()) {
        write(&program(root, name), &text);
        originals.push(serde_json::json!({
            "name": name, "folder": "sums", "text": text,
        }));
    }
    let originals = serde_json::to_string(&originals);
    let originals = originals.expect("JSON");
    write(&practice.join("originals.json"), &originals);
}

/// Writes what rustlings would remember.
pub(crate) fn remember(clone: &Path, current: &str, done: &[&str]) {
    let done = done.join("\n");
    let state = format!("DON'T EDIT\n\n{current}\n\n{done}");
    let file = "crates/practice/.rustlings-state.txt";
    write(&clone.join(file), &state);
}

/// Writes a file, and the folders around it.
pub(crate) fn write(file: &Path, text: &str) {
    let folder = file.parent().expect("a folder");
    fs::create_dir_all(folder).expect("a folder");
    fs::write(file, text).expect("a file");
}

pub(crate) fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("a file")
}

/// Runs the tool in `folder`, which is a workspace.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_classroom"));
    command
        .args(arguments)
        .current_dir(folder)
        // Where these tests build what they build.
        .env_remove("CARGO_TARGET_DIR")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    in_time("the tool ends", move || command.output())
        .expect("the tool starts")
}

/// Returns what was said where all went well.
pub(crate) fn said(output: &Output) -> &str {
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{errors}");
    text(&output.stdout)
}

/// Returns what was said about what went wrong.
pub(crate) fn refused(output: &Output) -> &str {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    text(&output.stderr)
}
