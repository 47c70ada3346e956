//! A small workspace in a temporary folder, good until a test
//! spoils it.

use std::{collections::BTreeSet, fs, path::PathBuf};

use tempfile::TempDir;
use tidy::Exception;

const README: &str = "\
| lesson   | threads           |
|----------|-------------------|
| Download | `download_thread` |
| `spinner_thread` | Spinner   |
";

const SUMMARY: &str = "\
# Summary

[Preface](intro.md)

- [Spinner](spinner.md)
- [Download](download.md)
  - [Read it](download/read.md)
- [Semaphore]()
";

const LOCK: &str = "\
name = \"similar\"
source = \"registry+https://github.com/rust-lang/crates.io-index\"
";

/// Returns the path of an exercise of `lesson`.
pub(crate) fn exercise(lesson: &str, half: &str) -> String {
    let home = "crates/practice/exercises";
    format!("{home}/{lesson}/{lesson}_waits_{half}.rs")
}

pub(crate) struct House {
    root: TempDir,
}

impl House {
    /// Writes two lessons that keep all rules.
    pub(crate) fn new() -> Self {
        let root = TempDir::new().expect("a temporary folder");
        let house = Self { root };
        house.write("README.md", README);
        house.write("README.zh.md", README);
        house.write("docs/en/SUMMARY.md", SUMMARY);
        house.write("Cargo.lock", LOCK);
        house.write("crates/flags/Cargo.toml", "");
        house.write_lesson(
            "spinner",
            include_str!("../pairs/spinner/thread.rs"),
            include_str!("../pairs/spinner/async.rs"),
        );
        house.write_lesson(
            "download",
            include_str!("../pairs/download/thread.rs"),
            include_str!("../pairs/download/async.rs"),
        );
        house
    }

    fn write_lesson(&self, name: &str, thread: &str, tasks: &str) {
        let home = format!("crates/{name}");
        let manifest = format!("{home}/Cargo.toml");
        self.write(&manifest, "description = \"A lesson\"\n");
        for (half, text) in [("thread", thread), ("async", tasks)] {
            self.write(&format!("{home}/src/{half}.rs"), text);
            let binary = format!("{home}/src/bin/{name}_{half}.rs");
            self.write(&binary, "fn main() {}\n");
            self.write(&exercise(name, half), "");
        }
        self.write(&format!("{home}/tests/{name}.rs"), "");
        for language in ["en", "zh"] {
            self.write(&format!("docs/{language}/{name}.md"), "");
        }
    }

    /// Writes a copy of the spinner's async half, with `places`
    /// and the module's doc changed.
    pub(crate) fn write_wrong(&self, places: &[&str]) {
        let wrong = "crates/spinner/src/frozen/wrong.rs";
        self.write(
            wrong,
            &self.read("crates/spinner/src/async.rs"),
        );
        self.edit(wrong, "on a task", "that freezes");
        for place in places {
            self.edit(wrong, place, &place.to_uppercase());
        }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
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

    /// Replaces the only `old` in a file by `new`.
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(
            text.matches(old).count(),
            1,
            "{old:?} in {path}"
        );
        self.write(path, &text.replace(old, new));
    }

    /// Lists what tidy finds, as it prints it.
    pub(crate) fn findings(&self) -> Vec<String> {
        self.findings_but(&[])
    }

    fn findings_but(&self, but: &[Exception]) -> Vec<String> {
        let found = tidy::findings(self.root.path(), but);
        let found = found.expect("all files can be read");
        found.iter().map(ToString::to_string).collect()
    }

    /// Asserts that tidy finds exactly this.
    #[track_caller]
    pub(crate) fn finds(&self, sentences: &[&str]) {
        self.finds_but(&[], sentences);
    }

    /// Asserts that tidy finds exactly this, with exceptions.
    #[track_caller]
    pub(crate) fn finds_but(
        &self,
        but: &[Exception],
        sentences: &[&str],
    ) {
        let found = self.findings_but(but);
        let found = found.iter().map(String::as_str);
        let wanted = sentences.iter().copied();
        assert_eq!(
            found.collect::<BTreeSet<_>>(),
            wanted.collect::<BTreeSet<_>>()
        );
    }
}
