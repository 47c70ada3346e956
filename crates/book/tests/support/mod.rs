//! Small workspaces that were made up, and books of them.

// Each test uses a part of it.
#![allow(dead_code)]

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use assert_cmd::Command;
use tempfile::TempDir;

const DEADLINE: Duration = Duration::from_secs(60);

/// The two halves of the lesson spinner.
pub(crate) const THREAD: &str = "\
//! Threads.

use std::thread;

/// Spins.
fn spin() {
    thread::sleep();
}

pub fn supervisor() {
    spin();
}
";
pub(crate) const TASK: &str = "\
//! Tasks.

use tokio::time;

/// Spins.
async fn spin() {
    time::sleep().await;
}

pub async fn supervisor() {
    spin().await;
}
";

/// A fence that shows both.
pub(crate) const PAIR: &str = r#"
```pair
left = "crates/spinner/src/thread.rs"
right = "crates/spinner/src/async.rs"
run = ["cargo run --bin spinner_thread"]
steps = [
  ["fn spin(", "Draws a frame."],
  ["thread::sleep", "time::sleep", "Who waits here?"],
]
```
"#;

/// A workspace with one lesson, and a page for it in each language.
pub(crate) struct Workspace {
    folder: TempDir,
}

impl Workspace {
    /// Makes one whose pages are right, with `fences` on them.
    pub(crate) fn new(fences: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Self { folder };
        let put =
            |path: &str, text: &str| workspace.put(path, text);
        put("Cargo.toml", "[workspace]\n");
        put(
            "docs/book.toml",
            include_str!("../../../../docs/book.toml"),
        );
        put("docs/claims.toml", CLAIMS);
        put("crates/spinner/Cargo.toml", "[package]\n");
        put("crates/spinner/src/thread.rs", THREAD);
        put("crates/spinner/src/async.rs", TASK);
        put("crates/spinner/src/bin/spinner_thread.rs", "");
        put("crates/spinner/src/bin/spinner_async.rs", "");
        let summary = "# Summary\n\n[Start](start.md)\n\n- \
                       [Spinner](spinner.md)\n";
        for language in ["en", "zh"] {
            put(&format!("docs/{language}/SUMMARY.md"), summary);
            let start = format!("docs/{language}/start.md");
            put(&start, "# Side by Side {#start}\n");
            let title = ["旋转指针", "Spinner"];
            let title = title[usize::from(language == "en")];
            let page = format!("# {title} {{#spinner}}\n{fences}");
            workspace.put_page(language, &page);
        }
        workspace
    }

    /// Writes a file.
    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes the page of a language.
    pub(crate) fn put_page(&self, language: &str, text: &str) {
        self.put(&format!("docs/{language}/spinner.md"), text);
    }

    /// Changes a text in a file, which must be there.
    pub(crate) fn change(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        self.put(path, &text.replace(from, to));
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Returns the program, for this workspace.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
        command.timeout(DEADLINE);
        command.arg("--root").arg(self.folder.path());
        command
    }

    /// Builds the book, and returns its folder.
    pub(crate) fn build(&self) -> PathBuf {
        let out = self.path("out");
        let mut command = self.command();
        command.arg("--out").arg(&out).assert().code(0);
        out
    }

    /// Returns the page that a language has in the book.
    pub(crate) fn page(&self, language: &str) -> String {
        let page = format!("{language}/spinner.html");
        read(&self.build().join(page))
    }

    /// Returns what is wrong with the book.
    pub(crate) fn problems(&self) -> String {
        let out = self.path("out");
        let mut command = self.command();
        let run = command.arg("--out").arg(&out).assert().code(1);
        assert!(!out.exists(), "a book was left behind");
        let errors = run.get_output().stderr.clone();
        String::from_utf8(errors).unwrap()
    }
}

/// Reads a file of the book.
pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

const CLAIMS: &str = r#"
taken_en = "Taken by hand."
taken_zh = "手工记录。"

[[claim]]
id = "memory"
verdict = "true"
en = "Threads need memory."
zh = "线程需要内存。"
shown_en = "They do."
shown_zh = "确实如此。"
commands = ["cargo run --bin spinner_thread"]
"#;
