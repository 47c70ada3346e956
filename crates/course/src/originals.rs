//! The exercises as they were set.
//!
//! Students change the programs, commit them, and send them in.
//! What each was at first is kept in one file that nobody edits:
//! so it is known without git too, after any commit, and whatever
//! has become of the texts around it. Texts in JSON keep the ends
//! of their lines on every system.

use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::{Exercise, PRACTICE, read};

/// The file of the originals, from the root of the workspace.
pub const ORIGINALS: &str = "crates/practice/originals.json";

/// The line at which the tests of an exercise begin, which go on
/// to its end.
const TESTS: &str = "#[cfg(test)]";

/// An exercise as it was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Original {
    /// The name of its file, which no other exercise has.
    pub name: String,
    /// The name of its folder.
    pub folder: String,
    /// The whole program.
    pub text: String,
}

impl Original {
    /// Reads all originals of the workspace in the folder `root`,
    /// in the order of the course.
    ///
    /// # Errors
    ///
    /// If there is no such file, or it was changed by hand.
    pub fn all(root: &Path) -> Result<Vec<Self>> {
        let text = read(root, ORIGINALS)?;
        serde_json::from_str(&text).context(ORIGINALS)
    }

    /// Reads what `exercise` is now, as its original.
    ///
    /// # Errors
    ///
    /// If its program cannot be read.
    pub fn of(root: &Path, exercise: &Exercise) -> Result<Self> {
        let text = read(root, &exercise.path())?;
        Ok(Self {
            name: exercise.name.clone(),
            folder: exercise.folder(),
            text: line_feeds(&text),
        })
    }

    /// Returns the file of these originals: a line each, so that
    /// git shows which of them have changed.
    ///
    /// # Errors
    ///
    /// If JSON cannot be written, which strings cannot cause.
    pub fn file(originals: &[Self]) -> Result<String> {
        let lines: serde_json::Result<Vec<String>> =
            originals.iter().map(serde_json::to_string).collect();
        Ok(format!("[\n{}\n]\n", lines?.join(",\n")))
    }

    /// Returns the path of the program from the root.
    pub fn path(&self) -> String {
        let Self { name, folder, .. } = self;
        format!("{PRACTICE}/exercises/{folder}/{name}.rs")
    }

    /// Tells whether `text` is this, however its lines end.
    pub fn is(&self, text: &str) -> bool {
        line_feeds(text) == self.text
    }

    /// Tells whether the tests of `text` are these, however their
    /// lines end.
    pub fn has_tests_of(&self, text: &str) -> bool {
        let text = line_feeds(text);
        parts(&text).1 == parts(&self.text).1
    }

    /// Returns the program of `text` with these tests: what it is
    /// judged by.
    pub fn with_program_of(&self, text: &str) -> String {
        let text = line_feeds(text);
        parts(&text).0.to_owned() + parts(&self.text).1
    }
}

/// Parts a text where its tests begin; all of it is program if it
/// has none.
fn parts(text: &str) -> (&str, &str) {
    let mut place = 0;
    let mut tests = text.len();
    for line in text.split_inclusive('\n') {
        if line.trim_end() == TESTS {
            tests = place;
        }
        place += line.len();
    }
    text.split_at(tests)
}

fn line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: &str = "fn f() {}\n\n#[cfg(test)]\nmod tests {}\n";

    fn original() -> Original {
        Original {
            name: "a_thread".into(),
            folder: "a".into(),
            text: SET.into(),
        }
    }

    #[test]
    fn a_text_is_the_same_however_its_lines_end() {
        assert!(original().is(&SET.replace('\n', "\r\n")));
        assert!(!original().is("fn f() {}\n"));
    }

    #[test]
    fn a_program_is_judged_by_the_tests_that_were_set() {
        let theirs = "fn g() {}\n\n#[cfg(test)]\nmod none {}\n";
        assert!(!original().has_tests_of(theirs));
        let judged = original().with_program_of(theirs);
        let ours = "fn g() {}\n\n#[cfg(test)]\nmod tests {}\n";
        assert_eq!(judged, ours);
        assert!(original().has_tests_of(ours));
    }

    #[test]
    fn tests_that_were_deleted_come_back() {
        let judged = original().with_program_of("fn g() {}\n");
        assert!(
            judged.ends_with(
                "fn g() {}\n#[cfg(test)]\nmod tests {}\n"
            )
        );
        assert!(!original().has_tests_of("fn g() {}\n"));
    }

    #[test]
    fn the_file_has_a_line_for_each_exercise() {
        let two = [original(), original()];
        let file = Original::file(&two).expect("JSON");
        assert_eq!(file.lines().count(), 4);
        let read: Vec<Original> =
            serde_json::from_str(&file).expect("JSON");
        assert_eq!(read, two);
    }
}
