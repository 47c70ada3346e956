//! `hand-in`: one small file for the teacher.

use std::{io::Write, path::Path, path::PathBuf, time::SystemTime};

use anyhow::{Context, Result, ensure};
use course::Original;
use lesson::say;
use lexopt::{Arg, Error, Parser, ValueExt};
use serde::{Deserialize, Serialize};

use crate::{
    git,
    state::State,
    whole::{Place, size},
    work::Work,
};

/// What is to be done.
#[derive(Debug, Default)]
pub(crate) struct Options {
    file: Option<PathBuf>,
    name: Option<String>,
    force: bool,
}

impl Options {
    /// Parses the rest of a command line; returns nothing if it
    /// asks for help.
    pub(crate) fn parse(
        parser: &mut Parser,
    ) -> Result<Option<Self>, Error> {
        let mut options = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    return Ok(None);
                }
                Arg::Long("name") => {
                    options.name = Some(parser.value()?.string()?);
                }
                Arg::Long("force") => options.force = true,
                Arg::Value(file) if options.file.is_none() => {
                    options.file = Some(file.into());
                }
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(Some(options))
    }
}

/// What stands in such a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct HandIn {
    /// Who sends it.
    pub(crate) student: String,
    /// When it was made.
    date: String,
    /// The commit that was checked out then.
    commit: Option<String>,
    /// The exercise at hand.
    pub(crate) current: Option<String>,
    /// All exercises.
    pub(crate) exercises: Vec<Handed>,
}

/// What stands there about an exercise.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Handed {
    /// Its name.
    pub(crate) name: String,
    /// Whether rustlings says so.
    pub(crate) solved: bool,
    /// The program, if it was changed.
    pub(crate) work: Work,
}

/// Writes the file, and says where and how large it is.
///
/// # Errors
///
/// If nobody knows the student's name, or the file is there
/// already or cannot be written.
pub(crate) fn write(root: &Path, options: Options) -> Result<()> {
    let student = match options.name {
        Some(name) => name,
        None => git::run(root, ["config", "user.name"])
            .unwrap_or_default(),
    };
    let student = student.trim().to_owned();
    ensure!(
        !student.is_empty(),
        "who are you? Say it with --name \"Your Name\""
    );
    let file = options.file.unwrap_or_else(|| file_of(&student));
    let place = Place::new(file, options.force)?;
    let hand_in = collect(root, student)?;
    let text = serde_json::to_string_pretty(&hand_in)?;
    let bytes = place.fill(|file| {
        writeln!(file, "{text}").context("could not write")
    })?;
    let count = |is: fn(&Handed) -> bool| {
        hand_in.exercises.iter().filter(|it| is(it)).count()
    };
    say!(
        "{} of {} exercises are solved, as rustlings remembers; \
         you changed {}.\nAll of it is in {} ({}).\nSend that \
         file to your teacher.",
        count(|it| it.solved),
        hand_in.exercises.len(),
        count(|it| matches!(it.work, Work::Changed(_))),
        place.path().display(),
        size(bytes),
    );
    Ok(())
}

fn collect(root: &Path, student: String) -> Result<HandIn> {
    let state = State::of(root);
    let originals = Original::all(root)?;
    let exercises = originals.iter().map(|original| Handed {
        name: original.name.clone(),
        solved: state.done.contains(&original.name),
        work: Work::of(root, original),
    });
    let now = SystemTime::now();
    Ok(HandIn {
        student,
        date: humantime::format_rfc3339_seconds(now).to_string(),
        commit: git::run(root, ["rev-parse", "HEAD"]).ok(),
        exercises: exercises.collect(),
        current: state.current,
    })
}

/// Returns the file of `student`, in the folder we are in.
fn file_of(student: &str) -> PathBuf {
    let words = student
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase);
    let mut name = String::from("hand-in");
    for word in words {
        name = format!("{name}-{word}");
    }
    format!("{name}.json").into()
}
