//! Predicted and measured: how far off it is.

use calculator::{
    predictions::{FIGURES, Row},
    recorded::Recorded,
};
use report::html::{Element, element, with_text};

use super::{
    data::Kind, form::case, table, tables::group, words::Words,
};

/// What each of [`FIGURES`] is.
const KINDS: [Kind; 3] = [Kind::Time, Kind::Time, Kind::Size];

pub(super) fn errors(
    recorded: &Recorded<Row>,
    words: &Words,
) -> Element {
    let count = recorded.rows.len().to_string();
    let summary =
        with_text("summary", words.all.replace("{0}", &count));
    let cell = with_text("p", words.cell).class("quiet");
    let all = element("details").and(summary).and(cell);
    let all = all.and(whole(recorded, words));
    let figure = element("figure").class("calculator-table errors");
    figure.and(short(recorded, words)).and(all)
}

/// Returns a line for each figure.
fn short(recorded: &Recorded<Row>, words: &Words) -> Element {
    let figures = FIGURES.iter().zip(words.figures);
    let rows = figures.map(|(figure, label)| {
        let at = |part| recorded.at(*figure, part);
        let cells = [0.5, 0.9, 1.0].map(|part| {
            let error = at(part).map(|(error, _)| percent(error));
            with_text("td", error.unwrap_or_default())
        });
        let [half, most, worst] = cells;
        let which = at(1.0).map(|(_, row)| name(row, words));
        let which = with_text("small", which.unwrap_or_default());
        let head = with_text("th", label).with("scope", "row");
        let row = element("tr").and(head).and(half).and(most);
        row.and(worst.and(which))
    });
    table(words.errors.map(str::to_owned), rows)
}

fn percent(error: f64) -> String {
    format!("{:.0} %", error * 100.0)
}

/// Returns which prediction it is.
fn name(row: &Row, words: &Words) -> String {
    let version = row.client.version(row.way);
    let case = case(asked(row), words);
    format!("{version}: {case}")
}

fn asked(row: &Row) -> [f64; 3] {
    let Row { requests, concurrency, delay_ms, .. } = row;
    [requests, concurrency, delay_ms].map(|it| f64::from(*it))
}

/// Returns all predictions.
fn whole(recorded: &Recorded<Row>, words: &Words) -> Element {
    let heads = [words.cases].into_iter().chain(words.figures);
    let mut last = None;
    let mut rows = Vec::new();
    for row in &recorded.rows {
        let asked = asked(row);
        if last != Some(asked) {
            rows.push(group(case(asked, words)));
            last = Some(asked);
        }
        let version = row.client.version(row.way);
        let version = with_text("code", version);
        let version =
            element("th").with("scope", "row").and(version);
        let cells = FIGURES.iter().zip(KINDS).map(|it| {
            let (figure, kind) = it;
            let predicted = kind.show(figure(&row.predicted));
            let measured = kind.show(figure(&row.measured));
            let error = row.error(*figure) * 100.0;
            let error = format!("{error:+.0} %").replace('-', "−");
            element("td")
                .text(format!("{predicted}, {measured} "))
                .and(with_text("b", error))
        });
        rows.push(element("tr").and(version).all(cells));
    }
    table(heads.map(str::to_owned), rows)
}
