//! What rustlings reads, made of the texts of the course.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use course::{Course, Exercise, ORIGINALS, Original, PRACTICE};
use lesson::say;

/// What stands above the exercises in info.toml.
const HEAD: &str = include_str!("head.toml");

/// Where the list of programs begins and ends.
const BINS: [&str; 2] = ["bin = [\n", "]\n"];

/// Writes info.toml, the list of programs, and the originals.
pub(crate) fn write(root: &Path) -> Result<()> {
    let course = Course::read(root)?;
    let home = root.join(PRACTICE);
    let manifest = home.join("Cargo.toml");
    let text =
        fs::read_to_string(&manifest).with_context(|| {
            format!("could not read {PRACTICE}/Cargo.toml")
        })?;
    fs::write(&manifest, with_programs(&text, &course)?)?;
    fs::write(home.join("info.toml"), info(&course))?;
    fs::write(root.join(ORIGINALS), originals(root, &course)?)?;
    say!("{} exercises.", course.exercises.len());
    Ok(())
}

/// Returns the text of info.toml.
pub(crate) fn info(course: &Course) -> String {
    let exercises = course.exercises.iter();
    let rows: String = exercises.map(row).collect();
    format!("{HEAD}{rows}")
}

/// Returns the file of the programs as they are set.
pub(crate) fn originals(
    root: &Path,
    course: &Course,
) -> Result<String> {
    let exercises = course.exercises.iter();
    let originals = exercises.map(|it| Original::of(root, it));
    Original::file(&originals.collect::<Result<Vec<_>>>()?)
}

fn row(exercise: &Exercise) -> String {
    let folder = exercise.folder();
    let [question, idea, line] = &exercise.en.hints;
    format!(
        "\n[[exercises]]\nname = \"{}\"\ndir = \"{folder}\"\n\
         hint = '''\n1. {question}\n\n2. {idea}\n\n3. {line}'''\n",
        exercise.name
    )
}

/// Returns `manifest` with the programs of `course`.
pub(crate) fn with_programs(
    manifest: &str,
    course: &Course,
) -> Result<String> {
    let exercises = course.exercises.iter();
    let programs: String = exercises.map(programs).collect();
    with_list(manifest, &programs)
}

/// Returns `manifest` with `programs` for its list.
pub(crate) fn with_list(
    manifest: &str,
    programs: &str,
) -> Result<String> {
    let [start, end] = BINS;
    let (before, rest) = manifest
        .split_once(start)
        .context("has no list `bin = [`")?;
    let (_, after) = rest
        .split_once(end)
        .context("the list `bin` has no end")?;
    Ok(format!("{before}{start}{programs}{end}{after}"))
}

/// An exercise and its solution, as rustlings writes them.
fn programs(exercise: &Exercise) -> String {
    let (name, folder) = (&exercise.name, exercise.folder());
    let file = format!("{folder}/{name}.rs");
    let line = |name: &str, kind: &str| {
        format!(
            "  {{ name = \"{name}\", path = \"{kind}/{file}\" }},\n"
        )
    };
    line(name, "exercises")
        + &line(&format!("{name}_sol"), "solutions")
}
