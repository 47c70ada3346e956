//! What becomes of measured runs: a table and sentences on the
//! terminal, the page, and the files of figures.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use lesson::say;

use crate::{
    args::Args,
    check_lessons,
    criterion::Measured,
    figures::{self, Figures, Lesson},
    machine::{Machine, today},
    page, spread, table, words,
};

/// The files of a report.
const PAGE: &str = "index.html";
const FIGURES: &str = "figures.json";

/// Where the files are.
pub(crate) struct Place {
    pub(crate) out: PathBuf,
    pub(crate) reference: PathBuf,
}

/// Shows what `runs` measured, and writes the report.
pub(crate) fn report(
    args: &Args,
    runs: &[Vec<Measured>],
    place: &Place,
) -> anyhow::Result<()> {
    let measured = runs.iter().flatten();
    let names = lessons(measured.map(|it| it.lesson.clone()));
    let date = today();
    let fresh = names.iter().map(|name| {
        let quick = args.quick;
        (name.clone(), Lesson::new(name, runs, &date, quick))
    });
    let fresh = fresh.collect::<BTreeMap<_, _>>();
    for (name, lesson) in &fresh {
        show(name, lesson);
    }
    let here = Figures { machine: Machine::here(), lessons: fresh };
    let before = figures::read(&place.out.join(FIGURES))?;
    let there = figures::read(&place.reference)?;
    let again =
        there.as_ref().and_then(|it| words::again(&here, it));
    if let Some(again) = again {
        say!("");
        tell("", &again);
    }
    let here = joined(here, before);
    write(&here, there.as_ref(), &place.out)?;
    say!("\nThe page: {}", place.out.join(PAGE).display());
    Ok(())
}

/// Keeps the lessons of before that were not measured again, if
/// the machine and the compiler are the same.
fn joined(mut here: Figures, before: Option<Figures>) -> Figures {
    let Some(before) = before else { return here };
    if before.machine == here.machine {
        for (name, lesson) in before.lessons {
            here.lessons.entry(name).or_insert(lesson);
        }
    } else {
        say!(
            "\nThe figures of before come from another machine \
             or compiler: the page leaves them out."
        );
    }
    here
}

fn write(
    here: &Figures,
    there: Option<&Figures>,
    out: &Path,
) -> anyhow::Result<()> {
    let page = page::page(here, there);
    figures::write(&out.join(PAGE), &page)?;
    figures::write(&out.join(FIGURES), &figures::text(here))?;
    Ok(())
}

/// Prints the table of a lesson and what it shows.
fn show(name: &str, lesson: &Lesson) {
    say!("\n{name}");
    for line in table::table(lesson) {
        say!("{line}");
    }
    for sentence in words::about(lesson) {
        tell("- ", &sentence);
    }
}

/// Prints a sentence, in lines that a terminal has room for.
fn tell(mark: &str, sentence: &str) {
    let indent = " ".repeat(mark.len());
    let options = textwrap::Options::new(78);
    let options = options.initial_indent(mark);
    let options = options.subsequent_indent(&indent);
    for line in textwrap::wrap(sentence, options) {
        say!("{line}");
    }
}

/// Makes the figures that were measured last the reference.
pub(crate) fn record(
    args: &Args,
    place: &Place,
) -> anyhow::Result<()> {
    let file = place.out.join(FIGURES);
    let here = figures::read(&file)?.with_context(|| {
        let file = file.display();
        format!("{file} is not there: first run `just bench`")
    })?;
    let known = here.lessons.keys().cloned().collect::<Vec<_>>();
    check_lessons(args, &known)?;
    let mut taken = here.clone();
    taken.lessons.retain(|name, _| args.wants(name));
    for (name, lesson) in &taken.lessons {
        let (fewest, _) = lesson.runs();
        if lesson.quick || fewest < spread::ENOUGH_RUNS {
            bail!(
                "{name} was measured in a hurry ({fewest} runs): \
                 no reference. Run `just bench {name}`"
            );
        }
    }
    let before = figures::read(&place.reference)?;
    let reference = joined(taken, before);
    let text = figures::text(&reference);
    figures::write(&place.reference, &text)?;
    write(&here, Some(&reference), &place.out)?;
    say!("The reference: {}", place.reference.display());
    Ok(())
}

/// Returns the names of lessons, each once.
pub(crate) fn lessons(
    of: impl Iterator<Item = String>,
) -> Vec<String> {
    let mut lessons = of.collect::<Vec<_>>();
    lessons.sort();
    lessons.dedup();
    lessons
}
