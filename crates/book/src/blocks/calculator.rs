//! The calculator: inputs, results, the formula, the constants, and
//! how far off it is.

mod chinese;
mod data;
mod english;
mod errors;
mod form;
mod kind;
mod tables;
mod words;

use report::html::{Element, element, with_text};
use serde::Deserialize;

use super::{Filled, command};
use crate::{language::Language, page::Place};
use data::Data;
use words::Words;

/// The body of a `calculator` fence: which part of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    show: Show,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Show {
    /// Inputs and results.
    Form,
    /// Some cases, computed when the book is built.
    Cases,
    /// Each line of the model.
    Formula,
    /// What was measured.
    Constants,
    /// Predicted and measured.
    Errors,
}

pub(crate) fn fill(wanted: &Wanted, place: Place<'_>) -> Filled {
    let words = match place.language {
        Language::English => &english::ENGLISH,
        Language::Chinese => &chinese::CHINESE,
    };
    let problem = |what: String| vec![place.problem(what)];
    let data = Data::read(place.material).map_err(problem)?;
    let part = match wanted.show {
        Show::Form => form::form(&data, words).map_err(problem)?,
        Show::Cases => {
            tables::cases(&data, words).map_err(problem)?
        }
        Show::Formula => {
            tables::formula(&data, words).map_err(problem)?
        }
        Show::Constants => {
            let table = tables::constants(&data, words);
            let figure = table.map_err(problem)?;
            return with_source(figure, &data, place);
        }
        Show::Errors => {
            let figure = errors::errors(&data.predictions, words);
            let recorded = &data.predictions;
            let (command, when) = source(
                &recorded.command,
                &recorded.date,
                &recorded.machine,
                place,
            );
            let commands = [command];
            command::check(&commands, place)?;
            let words = place.language.words();
            let shown = command::shown(&commands, words);
            return Ok(vec![figure.and(when).and(shown)]);
        }
    };
    Ok(vec![part])
}

/// Adds where the constants come from: two files, two commands.
fn with_source(
    figure: Element,
    data: &Data,
    place: Place<'_>,
) -> Filled {
    let words = place.language.words();
    let mut figure = figure;
    let mut commands = Vec::new();
    if let Some(figures) = &place.material.figures {
        let lesson = calculator::times::LESSON;
        let date =
            figures.lessons.get(lesson).map_or("", |it| &it.date);
        let command =
            format!("cargo run --release --bin bench -- {lesson}");
        let (command, when) =
            source(&command, date, &figures.machine, place);
        commands.push(command);
        figure = figure.and(when);
    }
    let measured = &data.measured;
    let (command, when) = source(
        &measured.command,
        &measured.date,
        &measured.machine,
        place,
    );
    commands.push(command);
    command::check(&commands, place)?;
    let shown = command::shown(&commands, words);
    Ok(vec![figure.and(when).and(shown)])
}

/// Returns a command, and when and where it was recorded.
fn source(
    command: &str,
    date: &str,
    machine: &report::machine::Machine,
    place: Place<'_>,
) -> (String, Element) {
    let words = place.language.words();
    let machine = crate::record::machine(machine);
    let when = words.recorded_on(date, &machine);
    let when = element("figcaption").and(with_text("p", when));
    (command.to_owned(), when)
}

/// Returns a table with `heads`, which can be scrolled.
fn table(
    heads: impl IntoIterator<Item = String>,
    rows: impl IntoIterator<Item = Element>,
) -> Element {
    let heads = heads.into_iter();
    let heads =
        heads.map(|it| with_text("th", it).with("scope", "col"));
    let head = element("thead").and(element("tr").all(heads));
    let table = element("table").and(head);
    let table = table.and(element("tbody").all(rows));
    element("div").class("table-wrapper").and(table)
}

/// Returns what a name stands for.
fn meaning<'words>(
    words: &'words Words,
    name: &str,
) -> Result<&'words str, String> {
    let meaning = words.meaning(name);
    meaning.ok_or_else(|| {
        format!("no word says what `{name}` is: see calculator/")
    })
}
