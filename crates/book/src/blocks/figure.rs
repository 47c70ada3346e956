//! Charts and tables of what the reference machine measured.

use report::{
    html::{element, with_text},
    page,
};
use serde::Deserialize;

use super::{Filled, command};
use crate::page::Place;

/// The body of a `figure` fence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    lesson: String,
    panel: Option<String>,
}

pub(crate) fn fill(wanted: &Wanted, place: Place<'_>) -> Filled {
    let Wanted { lesson, panel } = wanted;
    let problem = |what: String| vec![place.problem(what)];
    let figures = place.material.figures.as_ref();
    let figures = figures.ok_or_else(|| {
        problem(
            "there are no figures: `just bench-record`".to_owned(),
        )
    })?;
    let measured = figures.lessons.get(lesson);
    let measured = measured.ok_or_else(|| {
        let known = figures.lessons.keys().cloned();
        let known = known.collect::<Vec<_>>().join(", ");
        problem(format!(
            "`{lesson}` was not measured; were: {known}"
        ))
    })?;
    let words = place.language.words();
    let charts = page::charts(
        measured,
        None,
        panel.as_deref(),
        words.charts,
    );
    if charts.is_empty() {
        let panels = measured.times.iter().map(|it| &*it.id.panel);
        let mut panels = panels.collect::<Vec<_>>();
        panels.dedup();
        return Err(problem(format!(
            "`{lesson}` has no such panel; it has: {}",
            panels.join(", ")
        )));
    }
    let command = format!(
        "cargo run --release --bin bench -- {}",
        lesson.replace('_', "-")
    );
    command::check(std::slice::from_ref(&command), place)?;
    let machine = &figures.machine;
    let machine = crate::record::machine(machine);
    let when = words.recorded_on(&measured.date, &machine);
    let charts = element("div").class("charts").all(charts);
    let figure = element("figure").class("measured").and(charts);
    let caption = element("figcaption").and(with_text("p", when));
    let run = command::shown(&[command], words);
    Ok(vec![figure.and(caption).and(run)])
}
