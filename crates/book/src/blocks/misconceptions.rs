//! What people believe, and where the course shows what is so.

use course::Misconception;
use report::html::{Element, element, with_text};
use serde::Deserialize;

use super::Filled;
use crate::{
    inline::inline, language::Language, page::Place, practice,
};

/// The body of a `misconceptions` fence: empty.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {}

pub(crate) fn fill(_: &Wanted, place: Place<'_>) -> Filled {
    let all = &place.material.course.misconceptions;
    if all.is_empty() {
        let file = course::MISCONCEPTIONS;
        let what = format!("{file} has none");
        return Err(vec![place.problem(what)]);
    }
    let words = &place.language.words().exercises;
    let heads = words
        .misconceptions
        .map(|head| with_text("th", head).with("scope", "col"));
    let head = element("thead").and(element("tr").all(heads));
    let rows = all.iter().map(|it| row(it, place));
    let rows = element("tbody").all(rows);
    let table = element("table").and(head).and(rows);
    Ok(vec![element("div").class("table-wrapper").and(table)])
}

/// What is believed; where it is predicted and seen; the exercise;
/// the row of the ledger.
fn row(belief: &Misconception, place: Place<'_>) -> Element {
    let Place { language, material, .. } = place;
    let Misconception { lesson, prediction, .. } = belief;
    let said = match language {
        Language::English => &belief.en,
        Language::Chinese => &belief.zh,
    };
    let to = |name: &str, href: String| {
        element("td").and(with_text("a", name).with("href", href))
    };
    let seen = match &belief.step {
        Some(step) => format!("{lesson}, {step}"),
        None => lesson.clone(),
    };
    let exercise = material.course.find(&belief.exercise);
    let title = exercise.map_or(&*belief.exercise, |exercise| {
        &practice::text(exercise, language).title
    });
    let page =
        exercise.map(|exercise| practice::page(&exercise.lesson));
    let page = page.unwrap_or_default();
    let claim = &belief.claim;
    element("tr")
        .and(inline("td", "code", said))
        .and(to(&seen, format!("{lesson}.html#{prediction}")))
        .and(to(title, format!("{page}.html#{}", belief.exercise)))
        .and(to(claim, format!("claims.html#{claim}")))
}
