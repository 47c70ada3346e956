//! What a command printed.

use report::html::{element, with_text};
use serde::Deserialize;

use super::{Filled, command};
use crate::page::Place;

/// The body of an `output` fence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    command: String,
    lines: Option<[usize; 2]>,
}

pub(crate) fn fill(wanted: &Wanted, place: Place<'_>) -> Filled {
    let Wanted { command, lines } = wanted;
    command::check(std::slice::from_ref(command), place)?;
    let problem = |what: String| vec![place.problem(what)];
    let output = place.material.outputs.get(command);
    let output = output.ok_or_else(|| {
        problem(format!(
            "nothing is recorded of `{command}`: `cargo run -p \
             book -- record` does that"
        ))
    })?;
    let [first, last] = lines.unwrap_or([1, usize::MAX - 1]);
    let shown = output.lines(first, last);
    if shown.is_empty() {
        let what = format!("`{command}` printed no such lines");
        return Err(problem(what));
    }
    let text = shown.join("\n") + "\n";
    let prompt = with_text("code", command).class("command");
    let words = place.language.words();
    let when = words.recorded_on(&output.date, &output.machine);
    let screen = with_text("code", text).class("nohighlight");
    let screen = element("pre").with("tabindex", 0).and(screen);
    let figure = element("figure").class("output");
    let figure = figure.and(element("header").and(prompt));
    let when = with_text("figcaption", when);
    Ok(vec![figure.and(screen).and(when)])
}
