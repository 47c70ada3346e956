//! Tables: cases, the formula, the constants.

use calculator::client::Client;
use report::{
    html::{Element, element, with_text},
    spread::Spread,
};

use super::{
    data::{Case, Data, FIRST, Kind},
    form::{COSTS, WAYS, amount, case},
    meaning, table,
    words::Words,
};

/// What is computed when the book is built.
const CASES: [Case; 5] = [
    [20.0, 5.0, 250.0],
    [1_000.0, 20.0, 50.0],
    [1_000.0, 100.0, 200.0],
    [10_000.0, 1_000.0, 200.0],
    [20_000.0, 10_000.0, 2_000.0],
];

pub(super) fn cases(
    data: &Data,
    words: &Words,
) -> Result<Element, String> {
    let heads = [words.cases].into_iter().chain(words.figures);
    let mut rows = Vec::new();
    for it in CASES {
        let values = data.compute(it, Client::Raw)?;
        rows.push(group(case(it, words)));
        for (way, label) in WAYS.iter().zip(words.ways) {
            let label = with_text("th", label).with("scope", "row");
            let cells = COSTS.iter().map(|cost| {
                let name = format!("{way}_{cost}");
                let shown = Kind::of(&name).show(values[&name]);
                with_text("td", shown)
            });
            let row = element("tr").class(*way).and(label);
            rows.push(row.all(cells));
        }
    }
    let table = table(heads.map(str::to_owned), rows);
    let figure = element("figure").class("calculator-table cases");
    Ok(figure.and(table))
}

/// Returns a row above others, which tells what they are of.
pub(super) fn group(case: String) -> Element {
    let head = with_text("th", case).with("scope", "rowgroup");
    element("tr").class("group").and(head.with("colspan", 4))
}

pub(super) fn formula(
    data: &Data,
    words: &Words,
) -> Result<Element, String> {
    let values = data.compute(FIRST, Client::Raw)?;
    let rows = data.lines.iter().map(|(name, formula)| {
        let figure = with_text("code", name);
        let figure = element("th").with("scope", "row").and(figure);
        let how = with_text("code", formula);
        let how = element("td").class("how").and(how);
        let now = element("td").class("now");
        let now = now.and(amount(name, values[name]));
        let why = with_text("td", meaning(words, name)?);
        let row = element("tr").and(figure).and(how);
        Ok::<_, String>(row.and(now).and(why))
    });
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let table = table(words.formula.map(str::to_owned), rows);
    let figure = element("figure");
    Ok(figure.class("calculator-table formula").and(table))
}

pub(super) fn constants(
    data: &Data,
    words: &Words,
) -> Result<Element, String> {
    let [raw, library] =
        Client::ALL.map(|client| &data.constants[&client]);
    let heads = words.constants.into_iter().chain(words.clients);
    let rows = raw.iter().map(|(name, of_raw)| {
        let kind = Kind::of(name);
        let figure = with_text("code", name);
        let figure = element("th").with("scope", "row").and(figure);
        let why = with_text("td", meaning(words, name)?);
        let of_library = library.get(name);
        let cells = [Some(of_raw), of_library];
        let cells = cells.into_iter().map(|it| {
            it.map_or_else(|| element("td"), |it| cell(kind, it))
        });
        Ok::<_, String>(
            element("tr").and(figure).and(why).all(cells),
        )
    });
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let table = table(heads.map(str::to_owned), rows);
    let figure = element("figure");
    Ok(figure.class("calculator-table constants").and(table))
}

fn cell(kind: Kind, spread: &Spread) -> Element {
    let Spread { median, low, high, .. } = *spread;
    let range = format!("{}–{}", kind.show(low), kind.show(high));
    let range = with_text("small", range);
    with_text("td", kind.show(median)).and(range)
}
