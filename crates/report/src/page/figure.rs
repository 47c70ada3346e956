//! A chart with its caption, and all of its figures in a table.

use super::{
    element::{Element, element, with_text},
    lines,
    rows::{self, Kind},
};
use crate::{figures::Row, units};

/// The width of all charts: that of a phone, so that nothing has
/// to be made smaller there.
pub(crate) const WIDTH: f64 = 360.0;

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

    /// Returns what stands beside its mark.
    pub(crate) fn label(&self) -> String {
        let Row { id, to, .. } = self.here;
        let name = match to {
            Some(to) => format!("{}/{to}", id.name),
            None => id.name.clone(),
        };
        // Panels of ratios share a chart.
        let place = match to {
            Some(_) => id.place(),
            None => id.point.clone(),
        };
        if place.is_empty() {
            name
        } else {
            format!("{name} · {place}")
        }
    }
}

/// Returns the figure of a panel's times.
pub(crate) fn times(panel: &str, shown: &[Shown<'_>]) -> Element {
    let title = if panel.is_empty() { "Times" } else { panel };
    let label = format!("{title}: the table below has the figures");
    let kind = Kind {
        text: units::time,
        tick: units::tick,
        line_at: None,
    };
    let chart = lines::chart(shown, &label)
        .unwrap_or_else(|| rows::chart(shown, kind, &label));
    let text = |row: &Row| {
        let spread = row.spread;
        let range = units::times(spread.low, spread.high);
        (units::time(spread.median), range)
    };
    figure(title, chart, table(shown, text))
}

/// Returns the figure of a lesson's ratios.
pub(crate) fn ratios(shown: &[Shown<'_>]) -> Element {
    let title = "How many times as long the tasks take";
    let label = format!("{title}: the table below has the figures");
    let kind = Kind {
        text: units::ratio,
        tick: units::ratio_tick,
        line_at: Some(1.0),
    };
    let chart = rows::chart(shown, kind, &label);
    let text = |row: &Row| {
        let spread = row.spread;
        let range = units::ratios(spread.low, spread.high);
        (units::ratio(spread.median), range)
    };
    let side = "Left of the dotted line, at 1, tasks take less \
                time; right of it, threads do.";
    figure(title, chart, table(shown, text))
        .and(with_text("figcaption", side))
}

fn figure(title: &str, chart: Element, table: Element) -> Element {
    let table = element("div").class("table").and(table);
    let title = with_text("h3", title);
    element("figure").and(title).and(chart).and(table)
}

/// Returns the table below a chart: each figure that is drawn.
fn table(
    shown: &[Shown<'_>],
    text: fn(&Row) -> (String, String),
) -> Element {
    let is_there = shown.iter().any(|row| row.there.is_some());
    let runs = shown.iter().map(|row| row.here.spread.runs);
    let varies = runs.clone().min() != runs.max();
    let heads = [
        Some("what"),
        Some("this machine"),
        varies.then_some("runs"),
        is_there.then_some("reference"),
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
        let what = with_text("th", row.label());
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
