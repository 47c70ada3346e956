//! One exercise.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{PRACTICE, header, read};

/// The world that an exercise is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    /// Operating-system threads.
    Thread,
    /// Async tasks.
    Async,
}

/// How an exercise fails before it is solved.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fails {
    /// The test that fails, without its module.
    pub test: String,
    /// A part of what that test prints.
    pub says: String,
}

/// What is said about an exercise, in one language.
#[derive(Clone, Debug)]
pub struct Text {
    /// A line without a mark at its end.
    pub title: String,
    /// What is to be done, and why it is worth it: Markdown.
    pub task: String,
    /// A question, the idea, the line: Markdown.
    pub hints: [String; 3],
}

/// A program with a fault, to be mended.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// The lesson, as its crate is called.
    pub lesson: String,
    /// The name of its file, which no other exercise has.
    pub name: String,
    /// What its name ends with.
    pub world: World,
    /// How long it takes.
    pub minutes: u32,
    /// The misconception that it treats, by its id; an open
    /// exercise, in which something is written, treats none.
    pub misconception: Option<String>,
    /// How it fails at first.
    pub fails: Fails,
    /// What is said about it in English.
    pub en: Text,
    /// What is said about it in Chinese.
    pub zh: Text,
}

impl Exercise {
    /// Tells whether something is to be written in it, and nothing
    /// to be mended.
    pub fn is_open(&self) -> bool {
        self.misconception.is_none()
    }

    /// Returns the path of the program from the root.
    pub fn path(&self) -> String {
        self.below("exercises")
    }

    /// Returns the path of the solution from the root.
    pub fn solution(&self) -> String {
        self.below("solutions")
    }

    /// Returns the name of its folder: rustlings takes no hyphens.
    pub fn folder(&self) -> String {
        self.lesson.replace('-', "_")
    }

    fn below(&self, kind: &str) -> String {
        let Self { name, .. } = self;
        format!("{PRACTICE}/{kind}/{}/{name}.rs", self.folder())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    exercise: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    minutes: u32,
    misconception: Option<String>,
    fails: Fails,
    en: Hints,
    zh: Chinese,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hints {
    hints: [String; 3],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chinese {
    title: String,
    task: String,
    hints: [String; 3],
}

/// Reads the exercises of `lesson` from the text of its file.
pub(crate) fn parse(
    root: &Path,
    lesson: &str,
    texts: &str,
) -> Result<Vec<Exercise>> {
    let File { exercise } = toml::from_str(texts)?;
    let entries = exercise.into_iter();
    entries.map(|entry| entry.complete(root, lesson)).collect()
}

impl Entry {
    /// Adds what the program itself says.
    fn complete(
        self,
        root: &Path,
        lesson: &str,
    ) -> Result<Exercise> {
        let world = match self.name.rsplit_once('_') {
            Some((_, "thread")) => World::Thread,
            Some((_, "async")) => World::Async,
            _ => bail!(
                "{}: a name ends with _thread or _async",
                self.name
            ),
        };
        let Chinese { title, task, hints } = self.zh;
        let mut exercise = Exercise {
            lesson: lesson.to_owned(),
            name: self.name,
            world,
            minutes: self.minutes,
            misconception: self.misconception,
            fails: self.fails,
            en: Text {
                title: String::new(),
                task: String::new(),
                hints: self.en.hints,
            },
            zh: Text { title, task: task.trim().to_owned(), hints },
        };
        let path = exercise.path();
        let source = read(root, &path)?;
        let (title, task) =
            header::parse(&source).with_context(|| path.clone())?;
        exercise.en.title = title;
        exercise.en.task = task;
        Ok(exercise)
    }
}
