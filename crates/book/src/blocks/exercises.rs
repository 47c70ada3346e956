//! The exercises of a lesson, as a list that leads to their page.

use course::Exercise;
use report::html::{Element, element, with_text};
use serde::Deserialize;

use super::Filled;
use crate::{page::Place, practice};

/// The body of an `exercises` fence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    lesson: String,
}

pub(crate) fn fill(wanted: &Wanted, place: Place<'_>) -> Filled {
    let Wanted { lesson } = wanted;
    let course = &place.material.course;
    let mut exercises = course.of(lesson).peekable();
    if exercises.peek().is_none() {
        let what = format!("there are no exercises of {lesson}");
        return Err(vec![place.problem(what)]);
    }
    let words = &place.language.words().exercises;
    let rows = exercises.map(|exercise| row(exercise, place));
    let list = element("ol").class("exercises").all(rows);
    Ok(vec![with_text("p", words.list), list])
}

fn row(exercise: &Exercise, place: Place<'_>) -> Element {
    let Exercise { name, lesson, .. } = exercise;
    let Place { language, material, .. } = place;
    let title = &practice::text(exercise, language).title;
    let page = practice::page(lesson);
    let link = crate::inline::inline("a", "code", title)
        .with("href", format!("{page}.html#{name}"));
    let about = practice::about(exercise, language, material);
    element("li").and(link).and(about)
}
