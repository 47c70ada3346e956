//! A run of the event loop, to be stepped through.

mod data;
mod frame;
mod listing;

use event_loop::trace::{FORMAT, Trace};
use report::html::{Element, element, with_text};
use serde::Deserialize;

use super::{Filled, command};
use crate::{
    page::Place,
    recorded::{self, LOOPS},
    stepper::{self, Piece, Step},
};
use listing::Listing;

/// The body of a `loop` fence: a command that takes `--trace`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    command: String,
}

pub(crate) fn fill(wanted: &Wanted, place: Place<'_>) -> Filled {
    let commands = std::slice::from_ref(&wanted.command);
    command::check(commands, place)?;
    let problem = |what| vec![place.problem(what)];
    let trace = read(&wanted.command, place).map_err(problem)?;
    let listing = Listing::of(&trace, place.material);
    let listing = listing.map_err(problem)?;
    let steps = stepper::steps(&trace);
    let names = stepper::names(&trace);
    let words = place.language.words();
    let run = Run { trace, steps, names, words: words.stepper };
    let data = element("script").with("type", "application/json");
    let data = data.raw(data::json(&run, &listing));
    let figure = element("figure")
        .class("loop")
        .with("aria-label", words.stepper.title)
        .and(frame::header(&run, &listing))
        .and(frame::controls(&run))
        .and(frame::time_line(&run))
        .and(frame::body(&run, &listing))
        .and(in_words(&run))
        .and(data);
    Ok(vec![figure.and(command::shown(commands, words))])
}

/// A run, and all that is said of it.
struct Run {
    trace: Trace,
    steps: Vec<Step>,
    names: std::collections::BTreeMap<usize, String>,
    words: &'static stepper::Words,
}

/// Reads what was recorded of `command`.
fn read(command: &str, place: Place<'_>) -> Result<Trace, String> {
    let root = &place.material.root;
    let (text, file) = recorded::read(root, LOOPS, command)?;
    let trace: Trace = serde_json::from_str(&text)
        .map_err(|error| format!("{file}: {error}"))?;
    if trace.format != FORMAT {
        let format = trace.format;
        return Err(format!(
            "{file} has format {format}, and this is {FORMAT}"
        ));
    }
    if trace.turns.is_empty() {
        return Err(format!("{file} has no turns"));
    }
    Ok(trace)
}

/// Returns all steps as a list, which can be read as it is; the
/// script takes its sentences from there.
fn in_words(run: &Run) -> Element {
    let Run { steps, names, words, .. } = run;
    let items = steps.iter().map(|step| {
        let pieces = stepper::sentence(step, words).into_iter();
        let when = with_text("span", stepper::time(step.at_us));
        let item = element("li").and(when.class("when")).text(" ");
        pieces.fold(item, |item, piece| match piece {
            Piece::Text(text) => item.text(text),
            Piece::Code(code) => item.and(with_text("code", code)),
            Piece::Task(task) => {
                let name = names.get(&task).cloned();
                let name = name.unwrap_or(task.to_string());
                item.and(with_text("b", name).class("task"))
            }
        })
    });
    let count = steps.len().to_string();
    let summary = words.all.replace("{0}", &count);
    element("details")
        .and(with_text("summary", summary))
        .and(element("ol").all(items))
}
