//! A chart with its caption, and all of its figures in a table.

use super::{
    lines,
    rows::{self, Kind},
    words::Words,
};
use crate::{
    figures::Row,
    html::{Element, element, with_text},
    id::Id,
    units,
};

/// The width of all charts: that of a phone, so that nothing has
/// to be made smaller there.
pub(crate) const WIDTH: f64 = 360.0;

/// The longest table that is not folded up.
const MOST_OPEN: usize = 8;

/// A figure of this machine, and of the reference machine.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'page> {
    pub(crate) here: &'page Row,
    pub(crate) there: Option<&'page Row>,
    /// Which colour it has.
    pub(crate) colour: usize,
}

impl Shown<'_> {
    /// Returns all that is drawn of it.
    pub(crate) fn figures(&self) -> impl Iterator<Item = f64> {
        let rows = [Some(self.here), self.there];
        rows.into_iter().flatten().flat_map(|row| {
            let spread = row.spread;
            [spread.low, spread.median, spread.high]
        })
    }

    /// Returns the panel that it belongs to.
    pub(crate) fn panel(&self) -> &str {
        &self.here.id.panel
    }

    /// Returns what stands beside its mark.
    pub(crate) fn label(&self) -> String {
        self.placed(&self.here.id.name)
    }

    /// Returns what stands in the table.
    fn title(&self) -> String {
        let Row { id: Id { name, .. }, to, .. } = self.here;
        match to {
            Some(to) => self.placed(&format!("{name}/{to}")),
            None => self.label(),
        }
    }

    fn placed(&self, name: &str) -> String {
        match self.here.id.point.as_str() {
            "" => name.to_owned(),
            point => format!("{name} · {point}"),
        }
    }
}

/// Returns the figure of a panel's times.
pub(crate) fn times(
    panel: &str,
    shown: &[Shown<'_>],
    words: &Words,
) -> Element {
    let title = titled(words.time, panel, words);
    let kind = Kind {
        text: units::time,
        tick: units::tick,
        line_at: None,
    };
    let text = |row: &Row| {
        let spread = row.spread;
        let range = units::times(spread.low, spread.high);
        (units::time(spread.median), range)
    };
    figure(&title, shown, kind, text, words)
}

/// Returns the figure of a panel's ratios.
pub(crate) fn ratios(
    panel: &str,
    shown: &[Shown<'_>],
    words: &Words,
) -> Element {
    let title = titled(words.ratio, panel, words);
    let kind = Kind {
        text: units::ratio,
        tick: units::ratio_tick,
        line_at: Some(1.0),
    };
    let text = |row: &Row| {
        let spread = row.spread;
        let range = units::ratios(spread.low, spread.high);
        (units::ratio(spread.median), range)
    };
    figure(&title, shown, kind, text, words)
        .and(with_text("figcaption", words.ratio_means))
}

fn titled(what: &str, panel: &str, words: &Words) -> String {
    match panel {
        "" => what.to_owned(),
        panel => format!("{panel}{}{what}", words.colon),
    }
}

fn figure(
    title: &str,
    shown: &[Shown<'_>],
    kind: Kind,
    text: fn(&Row) -> (String, String),
    words: &Words,
) -> Element {
    let label = format!("{title}{}", words.label);
    let chart = lines::chart(shown, kind, &label, words)
        .unwrap_or_else(|| rows::chart(shown, kind, &label));
    let table = table(shown, text, words);
    let mut table = element("div").class("table").and(table);
    if shown.len() > MOST_OPEN {
        let count = shown.len().to_string();
        let all = words.all.replace("{count}", &count);
        let summary = with_text("summary", all);
        table = element("details").and(summary).and(table);
    }
    let title = with_text("h3", title);
    element("figure").and(title).and(chart).and(table)
}

/// Returns the table below a chart: each figure that is drawn.
fn table(
    shown: &[Shown<'_>],
    text: fn(&Row) -> (String, String),
    words: &Words,
) -> Element {
    let is_there = shown.iter().any(|row| row.there.is_some());
    let runs = shown.iter().map(|row| row.here.spread.runs);
    let varies = runs.clone().min() != runs.max();
    let [what, here, of_runs, reference] = words.heads;
    let heads = [
        Some(what),
        Some(here),
        varies.then_some(of_runs),
        is_there.then_some(reference),
    ];
    let heads = heads
        .into_iter()
        .flatten()
        .map(|head| with_text("th", head).with("scope", "col"));
    let cell = |row: &Row| {
        let (median, range) = text(row);
        let range = with_text("small", range);
        with_text("td", median).and(range)
    };
    let body = shown.iter().map(|row| {
        let what = with_text("th", row.title());
        let runs = row.here.spread.runs;
        let runs = varies.then(|| with_text("td", runs));
        let none = || with_text("td", "–");
        let there =
            is_there.then(|| row.there.map_or_else(none, cell));
        element("tr")
            .and(what.with("scope", "row"))
            .and(cell(row.here))
            .all(runs)
            .all(there)
    });
    let head = element("thead").and(element("tr").all(heads));
    element("table").and(head).and(element("tbody").all(body))
}
