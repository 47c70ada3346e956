//! The report as one page: charts, tables and sentences, with
//! nothing to load from elsewhere.

mod figure;
mod lines;
mod rows;
mod scale;
mod words;

use std::collections::BTreeMap;

use figure::Shown;
pub use words::{CHINESE, ENGLISH, Words};

use crate::{
    figures::{Figures, Lesson, Row},
    html::{Element, element, with_text},
    id::name_order,
    spread::ENOUGH_RUNS,
    words as sentences,
};

/// How charts and their tables look, wherever they stand. Light or
/// dark is what `color-scheme` says there.
pub const CHARTS: &str = include_str!("page/charts.css");

const STYLE: &str = include_str!("page/style.css");

/// How many colours the style has.
const COLOURS: usize = 8;

/// Returns the page that shows `here`, beside the figures of the
/// reference machine, `there`, if there are any.
pub fn page(here: &Figures, there: Option<&Figures>) -> String {
    let meta = |name: &str, content: &str| {
        let meta = element("meta").with("name", name);
        meta.with("content", content)
    };
    let head = element("head")
        .and(element("meta").with("charset", "utf-8"))
        .and(meta(
            "viewport",
            "width=device-width, initial-scale=1",
        ))
        .and(meta("color-scheme", "light dark"))
        .and(with_text("title", "Side by Side: threads and tasks"))
        .and(with_text("style", format!("{CHARTS}{STYLE}")));
    let lessons = here.lessons.iter().map(|(name, lesson)| {
        let there = there.and_then(|it| it.lessons.get(name));
        section(name, lesson, there)
    });
    let links = here.lessons.keys().map(|name| {
        with_text("a", name).with("href", format_args!("#{name}"))
    });
    let body = element("body")
        .and(with_text("h1", "Threads and tasks, measured"))
        .and(machines(here, there))
        .all(how_to_read(there.is_some()))
        .and(element("nav").all(links))
        .all(lessons);
    let html = element("html").with("lang", "en");
    let html = html.and(head).and(body).to_text();
    format!("<!DOCTYPE html>\n{html}\n")
}

/// Returns what the figures come from.
fn machines(here: &Figures, there: Option<&Figures>) -> Element {
    type Fact = (&'static str, fn(&Figures) -> String);
    let facts: [Fact; 6] = [
        ("processor", |it| it.machine.cpu.clone()),
        ("cores", |it| it.machine.cores.to_string()),
        ("memory", |it| format!("{} GiB", it.machine.memory_gib)),
        ("kernel", |it| it.machine.kernel.clone()),
        ("compiler", |it| it.machine.rustc.clone()),
        ("measured on", dates),
    ];
    let column =
        |text: &str| with_text("th", text).with("scope", "col");
    let heads = element("tr").and(column(""));
    let heads = heads.and(column("this machine"));
    let heads = heads.all(there.map(|_| column("reference")));
    let facts = facts.map(|(name, fact)| {
        let name = with_text("th", name).with("scope", "row");
        let cell = |it| with_text("td", fact(it));
        let row = element("tr").and(name).and(cell(here));
        row.all(there.map(cell))
    });
    let table = element("table").class("machine");
    let table = table.and(element("thead").and(heads));
    let table = table.and(element("tbody").all(facts));
    let table = element("div").class("table machines").and(table);
    element("div").class("charts").and(table)
}

/// Returns on which days the lessons were measured.
fn dates(figures: &Figures) -> String {
    let dates = figures.lessons.values().map(|it| &*it.date);
    let first = dates.clone().min().unwrap_or("unknown");
    match dates.max() {
        Some(last) if last != first => {
            format!("{first} to {last}")
        }
        _ => first.to_owned(),
    }
}

/// Returns what has to be known to read the charts.
fn how_to_read(with_reference: bool) -> Vec<Element> {
    let how = format!(
        "Each figure is the median of several runs, each a \
         process of its own; in round after round all of them \
         run, forward and then backward, so that a machine that \
         drifts drifts for both halves. The small figures below a \
         median, and the lines through the dots, are the \
         interval between those runs: of {ENOUGH_RUNS} runs and \
         more a 95 % interval, of fewer their range; of a single \
         run, criterion's own interval within it. Ratios are \
         taken within a round. All scales are logarithmic: equal \
         steps are equal ratios."
    );
    let faster = "“Faster” is said only where the intervals of \
                  both do not overlap. Async halves run on \
                  tokio's current-thread runtime, unless their \
                  name says multi_thread.";
    let hollow = "Filled dots are this machine's, hollow ones \
                  the reference machine's.";
    let hollow = with_reference.then_some(hollow);
    let texts = [how.as_str(), faster].into_iter().chain(hollow);
    texts.map(|it| with_text("p", it).class("quiet")).collect()
}

fn section(
    name: &str,
    lesson: &Lesson,
    there: Option<&Lesson>,
) -> Element {
    let (fewest, most) = lesson.runs();
    let runs = if fewest == most {
        most.to_string()
    } else {
        format!("{fewest} to {most}")
    };
    let quick = if lesson.quick { " (quick)" } else { "" };
    let taken = format!(
        "Runs of each: {runs}{quick}, on {}. Again: \
         just bench {name}",
        lesson.date
    );
    let sentences = sentences::about(lesson).into_iter();
    let sentences = sentences.map(|it| with_text("li", it));
    let figures = charts(lesson, there, None, &ENGLISH);
    let charts = element("div").class("charts");
    element("section")
        .with("id", name)
        .and(with_text("h2", name))
        .and(with_text("p", taken).class("quiet"))
        .and(element("ul").all(sentences))
        .and(charts.all(figures))
}

/// Returns the charts of `lesson`, each with its table: of all
/// panels, or of one. Beside them stand those of the reference
/// machine, `there`.
pub fn charts(
    lesson: &Lesson,
    there: Option<&Lesson>,
    panel: Option<&str>,
    words: &Words,
) -> Vec<Element> {
    let colours = colours(lesson);
    let colour = |row: &Row| {
        colours.get(&*row.id.name).copied().unwrap_or(0)
    };
    let wanted = |row: &&Row| {
        panel.is_none_or(|panel| row.id.panel == panel)
    };
    let ratios = lesson.ratios.iter().filter(wanted);
    let ratios = ratios.map(|here| Shown {
        here,
        there: there.and_then(|it| it.ratio(&here.id)),
        colour: colour(here),
    });
    let ratios = ratios.collect::<Vec<_>>();
    let times = lesson.times.iter().filter(wanted);
    let times = times.map(|here| Shown {
        here,
        there: there.and_then(|it| it.time(&here.id)),
        colour: colour(here),
    });
    let times = times.collect::<Vec<_>>();
    let panels =
        times.chunk_by(|one, other| one.panel() == other.panel());
    let figures = panels.flat_map(|times| {
        let panel = times[0].panel();
        let ratios = ratios.iter().filter(|it| it.panel() == panel);
        let ratios = ratios.copied().collect::<Vec<_>>();
        let has_ratios = !ratios.is_empty();
        let ratios = has_ratios
            .then(|| figure::ratios(panel, &ratios, words));
        ratios
            .into_iter()
            .chain([figure::times(panel, times, words)])
    });
    figures.collect()
}

/// Gives each name of the lesson a colour, the same in all of its
/// charts.
fn colours(lesson: &Lesson) -> BTreeMap<&str, usize> {
    let names = lesson.times.iter().map(|row| &*row.id.name);
    let mut names = names.collect::<Vec<_>>();
    names.sort_by_cached_key(|name| name_order(name));
    names.dedup();
    let colours = (0..COLOURS).cycle();
    names.into_iter().zip(colours).collect()
}
