//! The exercises and the misconceptions, as data.
//!
//! An exercise is a program with a fault, its solution, and what
//! is said about it. Each thing stands in one place:
//!
//! - `crates/practice/exercises/<lesson>/<name>.rs`: the program.
//!   Its first comment is the title and the task, in English
//! - `crates/practice/solutions/<lesson>/<name>.rs`: the same,
//!   mended, with the same tests
//! - `docs/exercises/<lesson>.toml`: how it fails at first, the
//!   hints, and the title and the task in Chinese
//! - `docs/misconceptions.toml`: what people believe, and where
//!   the course shows that it is not so
//! - `crates/practice/originals.json`: the programs as they were
//!   set, for students change them; made by `classroom update`
//!
//! The book shows them, `classroom` checks and runs them, and makes
//! of them what rustlings reads.

mod exercise;
mod header;
mod misconception;
mod order;
mod originals;

use std::{fs, path::Path};

use anyhow::{Context, Result};

pub use exercise::{Exercise, Fails, Text, World};
pub use misconception::Misconception;
pub use order::lessons;
pub use originals::{ORIGINALS, Original};

/// The folder of the exercises, from the root of the workspace.
pub const PRACTICE: &str = "crates/practice";

/// The folder of what is said about them.
pub const TEXTS: &str = "docs/exercises";

/// The file of the misconceptions.
pub const MISCONCEPTIONS: &str = "docs/misconceptions.toml";

/// All exercises and misconceptions.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// In the order of the lessons, and of each lesson's file.
    pub exercises: Vec<Exercise>,
    /// In the order of their file.
    pub misconceptions: Vec<Misconception>,
}

impl Course {
    /// Reads the course of the workspace in the folder `root`; one
    /// without a folder of texts has no exercises.
    ///
    /// # Errors
    ///
    /// If a file is missing or not as it should be; the message
    /// names it.
    pub fn read(root: &Path) -> Result<Self> {
        let mut exercises = Vec::new();
        for lesson in lessons(root)? {
            let path = format!("{TEXTS}/{lesson}.toml");
            let texts = read(root, &path)?;
            let parsed = exercise::parse(root, &lesson, &texts);
            exercises.extend(parsed.with_context(|| path)?);
        }
        if exercises.is_empty() {
            return Ok(Self::default());
        }
        let text = read(root, MISCONCEPTIONS)?;
        let misconceptions =
            misconception::parse(&text).context(MISCONCEPTIONS)?;
        Ok(Self { exercises, misconceptions })
    }

    /// Returns the exercises of one lesson.
    pub fn of<'a>(
        &'a self,
        lesson: &'a str,
    ) -> impl Iterator<Item = &'a Exercise> {
        self.exercises.iter().filter(move |it| it.lesson == lesson)
    }

    /// Returns the exercise called `name`.
    pub fn find(&self, name: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|it| it.name == name)
    }
}

fn read(root: &Path, path: &str) -> Result<String> {
    let text = fs::read_to_string(root.join(path));
    text.with_context(|| format!("could not read {path}"))
}
