//! Who ran and who waited, drawn from what was recorded.

use report::html::{element, with_text};
use serde::Deserialize;
use timeline::{Timeline, svg::Panel, trace};

use super::{Filled, command};
use crate::{
    page::Place,
    recorded::{self, TRACES},
};

/// The body of a `timeline` fence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    command: Vec<String>,
}

pub(crate) fn fill(wanted: &Wanted, place: Place<'_>) -> Filled {
    let Wanted { command } = wanted;
    command::check(command, place)?;
    let timelines = command.iter().map(|it| read(it, place));
    let timelines = timelines.collect::<Result<Vec<_>, _>>();
    let timelines =
        timelines.map_err(|what| vec![place.problem(what)])?;
    let words = place.language.words();
    let panels = command.iter().zip(&timelines);
    let panels = panels.map(|(command, timeline)| Panel {
        heading: command,
        timeline,
    });
    let panels = panels.collect::<Vec<_>>();
    let svg = timeline::svg::draw(
        words.timeline_title,
        &panels,
        words.timeline,
    );
    let figure = element("figure").class("timeline-figure");
    let figure = figure.raw(svg.trim());
    let caption = element("figcaption").class("run");
    let caption = caption.and(with_text("span", words.run));
    let commands = command.iter().map(|it| with_text("code", it));
    Ok(vec![figure.and(caption.all(commands))])
}

/// Reads what was recorded of `command`.
fn read(
    command: &str,
    place: Place<'_>,
) -> Result<Timeline, String> {
    let root = &place.material.root;
    let (text, file) = recorded::read(root, TRACES, command)?;
    trace::read(&text).map_err(|error| format!("{file}: {error:#}"))
}
