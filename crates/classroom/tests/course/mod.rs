//! A small course in a temporary folder, good until a test spoils
//! it.

// Each test binary uses a part of it.
#![allow(dead_code)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

pub(crate) const CLASSROOM: &str = env!("CARGO_BIN_EXE_classroom");

/// What both lock files have.
const LOCK: &str = "\
version = 4

[[package]]
name = \"tokio\"
version = \"1.54.1\"

[[package]]
name = \"mio\"
version = \"0.8.1\"
";

pub(crate) const MANIFEST: &str = "\
bin = [
]

[package]
name = \"practice\"
version = \"0.0.0\"
edition = \"2024\"

[workspace]
";

const LESSON: &str = "\
//! Ticker: who waits?

const FROZEN: Step = Step { name: \"frozen\", about: \"\" };

/// Counts.
pub fn count() -> u32 {
    let start = 1;
    start + 1
}
";

const PROGRAM: &str = "\
//! # The ticker stands still
//!
//! It should tick. Mend `answer`.

fn count() -> u32 {
    // As in crates/ticker/src/lib.rs:
    let start = 1;
    start + 1
    // (end of what the lesson has)
}

fn answer() -> u32 {
    // TODO: which one is it?
    41
}

fn main() {}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn it_answers() {
        assert_eq!(answer(), 42, \"the answer is another one\");
    }
}
";

const PAGE: &str = "\
# Ticker {#ticker}

## Predict first {#predict}

How often does it tick?

```shell
# in a shell this is no heading
```

### A hint

<details class=\"answer\"><summary>Answer</summary>

Twice.

</details>

## Run it {#run}

It ticks.
";

const CLAIMS: &str = "\
taken_en = \"Here.\"
taken_zh = \"这里。\"

[[claim]]
id = \"ticks\"
verdict = \"true\"
en = \"It ticks.\"
zh = \"它会响。\"
shown_en = \"Twice.\"
shown_zh = \"两次。\"
commands = [\"cargo test -p ticker\"]
";

/// The exercises of the course: the first 27 treat a misconception
/// each, and the last is an open one.
pub(crate) const COUNT: usize = 30;

/// Returns the name of the exercise `number`, from 0 on.
pub(crate) fn name(number: usize) -> String {
    let world = ["thread", "async"][number % 2];
    format!("ticker_{number:02}_{world}")
}

/// Returns the path of the exercise `number`.
pub(crate) fn exercise(number: usize) -> String {
    let name = name(number);
    format!("crates/practice/exercises/ticker/{name}.rs")
}

/// Returns the path of its solution.
pub(crate) fn solution(number: usize) -> String {
    exercise(number).replace("exercises", "solutions")
}

pub(crate) struct House {
    root: TempDir,
}

impl House {
    /// Returns a folder with nothing in it.
    pub(crate) fn empty() -> Self {
        let root = TempDir::new().expect("a temporary folder");
        Self { root }
    }

    /// Writes one lesson with thirty exercises that keep all rules.
    pub(crate) fn new() -> Self {
        let house = Self::empty();
        house.write("Cargo.lock", LOCK);
        house.write("docs/en/SUMMARY.md", "- [T](ticker.md)\n");
        house.write("docs/en/ticker.md", PAGE);
        house.write("docs/zh/ticker.md", PAGE);
        house.write("docs/claims.toml", CLAIMS);
        house.write("crates/ticker/Cargo.toml", "");
        house.write("crates/ticker/src/lib.rs", LESSON);
        let binary = "crates/ticker/src/bin/ticker_thread.rs";
        house.write(binary, "fn main() {}\n");
        let test = "#[test]\nfn it_ticks() {}\n";
        house.write("crates/ticker/tests/ticker.rs", test);
        house.write("crates/practice/Cargo.toml", MANIFEST);
        house.write("crates/practice/Cargo.lock", LOCK);
        let (mut texts, mut beliefs) =
            <(String, String)>::default();
        for number in 0..COUNT {
            texts += &house.write_exercise(number);
            if number < COUNT - 3 {
                beliefs += &belief(number);
            }
        }
        house.write("docs/exercises/ticker.toml", &texts);
        house.write("docs/misconceptions.toml", &beliefs);
        house.update();
        house
    }

    /// Writes an exercise and its solution; returns its texts.
    fn write_exercise(&self, number: usize) -> String {
        let solved = PROGRAM.replace("41", "42");
        let solved =
            solved.replace("    // TODO: which one is it?\n", "");
        self.write(&solution(number), &solved);
        let open = number + 1 == COUNT;
        let program = match open {
            true => PROGRAM.replace("41", "todo!(\"the answer\")"),
            false => PROGRAM.to_owned(),
        };
        self.write(&exercise(number), &program);
        let treats = match open {
            true => String::new(),
            false => {
                let number = number % (COUNT - 3);
                format!("misconception = \"belief-{number:02}\"")
            }
        };
        let name = name(number);
        format!(
            "[[exercise]]\nname = \"{name}\"\nminutes = 10\n\
             {treats}\n\
             fails.test = \"it_answers\"\n\
             fails.says = \"the answer is another one\"\n\
             en.hints = [\"What?\", \"An idea.\", \"A line.\"]\n\
             zh.title = \"停住 {name}\"\nzh.task = \"修改。\"\n\
             zh.hints = [\"什么？\", \"想法。\", \"一行。\"]\n\n"
        )
    }

    /// Writes what rustlings reads anew, if that is possible now.
    pub(crate) fn update(&self) {
        let root = self.root().display();
        let arguments = format!("--root {root} update");
        testing::run(CLASSROOM, &arguments);
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

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect(path);
    }

    /// Replaces the first `old` in a file by `new`.
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{old:?} in {path}");
        self.write(path, &text.replacen(old, new, 1));
    }

    /// Asserts that exactly this is found.
    #[track_caller]
    pub(crate) fn finds(&self, sentences: &[&str]) {
        self.update();
        self.finds_as_it_is(sentences);
    }

    /// The same with what rustlings reads as it is.
    #[track_caller]
    pub(crate) fn finds_as_it_is(&self, sentences: &[&str]) {
        let found = classroom::findings(self.root());
        let found = found.expect("all files can be read");
        let found: Vec<String> =
            found.iter().map(ToString::to_string).collect();
        assert_eq!(found, sentences);
    }
}

/// Returns a misconception that the exercise `number` treats.
fn belief(number: usize) -> String {
    let name = name(number);
    format!(
        "[[misconception]]\nid = \"belief-{number:02}\"\n\
         en = \"It ticks.\"\nzh = \"它会响。\"\n\
         lesson = \"ticker\"\nstep = \"frozen\"\n\
         prediction = \"predict\"\n\
         test = \"cargo test -p ticker --test ticker it_ticks\"\n\
         exercise = \"{name}\"\nclaim = \"ticks\"\n\n"
    )
}
