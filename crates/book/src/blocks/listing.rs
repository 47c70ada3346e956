//! One file, or some of its items.

use report::html::element;
use serde::Deserialize;

use super::{Filled, command, head::head};
use crate::{code, inline::inline, page::Place, source};

/// The body of a `listing` fence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listing {
    file: String,
    #[serde(default)]
    items: Vec<String>,
    #[serde(default)]
    run: Vec<String>,
    #[serde(default)]
    caption: String,
}

pub(crate) fn fill(listing: &Listing, place: Place<'_>) -> Filled {
    let Listing { file, items, run, caption } = listing;
    let problem = |what: String| vec![place.problem(what)];
    let text = place.material.source(file);
    let text = text.ok_or_else(|| {
        problem(format!("there is no file {file}"))
    })?;
    let lines = source::lines(text, items)
        .map_err(|what| problem(format!("{file} {what}")))?;
    let words = place.language.words();
    let lines = lines.iter().map(|line| {
        let class = code::class(line.text);
        code::line(line.text, None).class(class)
    });
    let code = element("code").class("nohighlight").all(lines);
    let title = (!caption.is_empty())
        .then(|| inline("strong", "code", caption));
    let head = head(title, file, words);
    let figure = element("figure").class("listing").and(head);
    let figure = figure.and(element("pre").and(code));
    let run = if run.is_empty() {
        None
    } else {
        command::check(run, place)?;
        Some(command::shown(run, words))
    };
    Ok(vec![figure.all(run)])
}
