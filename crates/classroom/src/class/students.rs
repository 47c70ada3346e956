//! Who is in the folder, and what they have written.

use std::{
    fs::{self, FileType},
    path::Path,
};

use anyhow::{Context, Result, ensure};
use course::{Original, PRACTICE};

use crate::{
    hand_in::HandIn,
    state::State,
    work::{self, Work},
};

/// The largest file that is taken for a hand-in, in bytes.
const MAX_HAND_IN: u64 = 8 * 1024 * 1024;

/// The largest state file: names alone.
const MAX_STATE: u64 = 64 * 1024;

/// The longest name of a student that is kept, in characters.
const MAX_NAME: usize = 60;

/// Somebody, or an entry of the folder that is nobody.
#[derive(Clone, Debug)]
pub(crate) struct Student {
    /// The name of the clone's folder, or what the hand-in says.
    pub(crate) name: String,
    /// What rustlings says.
    pub(crate) state: State,
    /// What was made of each exercise, in the course's order; or
    /// why nothing is known.
    pub(crate) works: Result<Vec<Work>, String>,
}

/// Reads all entries of `folder`, sorted by their names.
///
/// # Errors
///
/// If there is no such folder, it is a clone itself, or empty.
pub(crate) fn read(
    folder: &Path,
    originals: &[Original],
) -> Result<Vec<Student>> {
    let path = || folder.display().to_string();
    let entries = fs::read_dir(folder).with_context(path)?;
    ensure!(
        !is_clone(folder),
        "{} is a clone itself: give the folder around the clones",
        path()
    );
    let mut students = Vec::new();
    for entry in entries {
        let entry = entry.with_context(path)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with('.') {
            let kind = entry.file_type().with_context(path)?;
            let found = of(&name, &entry.path(), kind, originals);
            students.push(found);
        }
    }
    ensure!(
        !students.is_empty(),
        "{} has neither a clone nor a hand-in file",
        path()
    );
    students.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(students)
}

fn is_clone(folder: &Path) -> bool {
    folder.join(PRACTICE).join("exercises").is_dir()
}

/// Reads an entry; what it lacks is told and not an error.
fn of(
    name: &str,
    path: &Path,
    kind: FileType,
    originals: &[Original],
) -> Student {
    let read = if kind.is_symlink() {
        Err("a link, which is not followed".to_owned())
    } else if kind.is_dir() {
        folder(name, path, originals)
    } else {
        hand_in(path, originals)
    };
    let mut student = read.unwrap_or_else(|problem| Student {
        name: name.to_owned(),
        state: State::default(),
        works: Err(problem),
    });
    student.name = printable(&student.name);
    student
}

/// Reads a folder: a clone, or one around a clone or a hand-in, as
/// learning platforms pack them.
fn folder(
    name: &str,
    path: &Path,
    originals: &[Original],
) -> Result<Student, String> {
    if is_clone(path) {
        return Ok(clone(name, path, originals));
    }
    let inner = fs::read_dir(path).map_err(|it| it.to_string())?;
    for entry in inner.flatten() {
        let Ok(kind) = entry.file_type() else { continue };
        let inner = entry.path();
        if kind.is_dir() && is_clone(&inner) {
            return Ok(clone(name, &inner, originals));
        }
        if kind.is_file() && is_json(&inner) {
            return hand_in(&inner, originals);
        }
    }
    Err("no clone: it has no crates/practice/exercises".into())
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "json")
}

fn clone(
    name: &str,
    root: &Path,
    originals: &[Original],
) -> Student {
    let state = work::read(root, &State::path(), MAX_STATE);
    let state = State::parse(&state.unwrap_or_default());
    let works = originals.iter().map(|it| Work::of(root, it));
    let works = Ok(works.collect());
    Student { name: name.to_owned(), state, works }
}

fn hand_in(
    path: &Path,
    originals: &[Original],
) -> Result<Student, String> {
    if !is_json(path) {
        return Err("neither a clone nor a hand-in file".into());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default();
    let text = name.to_str().ok_or("its name is not UTF-8")?;
    let text = work::read(folder, text, MAX_HAND_IN)
        .map_err(|error| error.to_string())?;
    let HandIn { student, current, exercises, .. } =
        serde_json::from_str(&text)
            .map_err(|_| "no hand-in file, or a broken one")?;
    let works = originals.iter().map(|original| {
        let handed =
            exercises.iter().find(|it| it.name == original.name);
        match handed {
            Some(handed) => handed.work.clone().by(original),
            None => Work::Missing,
        }
    });
    let works = Ok(works.collect());
    let done = exercises.iter().filter(|it| it.solved);
    let done = done.map(|it| it.name.clone()).collect();
    let state = State { current, done };
    Ok(Student { name: student, state, works })
}

/// Returns `name` without what would upset a terminal.
fn printable(name: &str) -> String {
    let shown = |letter: &char| !letter.is_control();
    name.chars().filter(shown).take(MAX_NAME).collect()
}
