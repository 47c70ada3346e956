//! Inputs and results, and what the script needs.

use std::collections::BTreeMap;

use calculator::{
    client::Client,
    predictions::FIGURES,
    times::{self, Source},
};
use report::html::{Element, element, with_text};
use serde::Serialize;

use super::{
    data::{Data, FIRST, Input, Kind},
    table,
    words::{Script, Words},
};
use crate::formula::{Formula, Values};

/// The names of the ways, as the formula has them.
pub(super) const WAYS: [&str; 3] = ["sequential", "thread", "task"];

/// And of their figures.
pub(super) const COSTS: [&str; 3] = ["wall", "cpu", "memory"];

/// What the script needs.
#[derive(Serialize)]
struct Model<'data> {
    lines: &'data [(String, Formula)],
    constants: BTreeMap<Client, BTreeMap<&'data str, f64>>,
    sources: BTreeMap<Client, [Source; 5]>,
    lesson: &'static str,
    /// By how much nine of ten predictions are off at the most.
    off: [f64; 3],
    units: [&'static str; 2],
    figures: [&'static str; 3],
    words: &'data Script,
}

pub(super) fn form(
    data: &Data,
    words: &Words,
) -> Result<Element, String> {
    let client = Client::Raw;
    let values = data.compute(FIRST, client)?;
    let inputs = data.inputs(FIRST, client);
    let all = element("div").class("inputs").with("hidden", "");
    let inputs = inputs.iter().zip(words.inputs).map(input);
    let inputs = all.and(choice(words)).all(inputs);
    let status = element("p").class("status");
    let status = status.with("role", "status");
    let said = element("ul").class("said").with("hidden", "");
    let title = with_text("strong", words.title);
    let case = case(FIRST, words);
    let case = with_text("span", case).class("case");
    let header = element("header").and(title).and(case);
    let script = element("script");
    let script = script.with("type", "application/json");
    Ok(element("figure")
        .class("calculator")
        .with("aria-label", words.title)
        .and(header)
        .and(inputs)
        .and(results(&values, words))
        .and(said)
        .and(own(words))
        .and(status)
        .and(script.raw(json(data, words))))
}

/// Returns a case in words.
pub(super) fn case(case: [f64; 3], words: &Words) -> String {
    let [requests, at_once, delay] = case;
    let delay = match delay {
        delay if delay < 1e3 => format!("{delay} ms"),
        delay => format!("{} s", delay / 1e3),
    };
    let text = words.case.replace("{0}", &thousands(requests));
    let text = text.replace("{1}", &thousands(at_once));
    text.replace("{2}", &delay)
}

/// Returns a whole number with a comma before each three digits.
fn thousands(number: f64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        let left = digits.len() - place;
        if place > 0 && left.is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn input((input, label): (&Input, &str)) -> Element {
    let Input { name, value, least, most, scale } = input;
    let field = element("input")
        .with("type", "number")
        .with("name", name)
        .with("value", value)
        .with("min", least)
        .with("max", most)
        .with("step", "any")
        .with("inputmode", "decimal")
        .with("autocomplete", "off")
        .with("data-scale", scale);
    let label = with_text("span", label);
    element("label").and(label).and(field)
}

fn choice(words: &Words) -> Element {
    let options = Client::ALL.into_iter().zip(words.clients);
    let options = options.map(|(client, label)| {
        with_text("option", label).with("value", client.name())
    });
    let select = element("select").with("name", "client");
    let label = with_text("span", words.client);
    element("label").and(label).and(select.all(options))
}

/// Returns the table of what each way costs.
fn results(values: &Values, words: &Words) -> Element {
    let heads = [""].into_iter().chain(words.figures);
    let most = COSTS.map(|cost| {
        let all = WAYS.iter();
        let all = all.map(|way| values[&format!("{way}_{cost}")]);
        all.fold(0.0, f64::max)
    });
    let rows = WAYS.iter().zip(words.ways).map(|(way, label)| {
        let head = with_text("th", label).with("scope", "row");
        let cells = COSTS.iter().zip(most).map(|(cost, most)| {
            let name = format!("{way}_{cost}");
            let value = values[&name];
            let part = value / most.max(f64::MIN_POSITIVE);
            let bar = element("i").with("aria-hidden", "true");
            let bar =
                bar.with("style", format!("--part:{part:.4}"));
            element("td").and(amount(&name, value)).and(bar)
        });
        let row = element("tr").class(*way);
        row.and(head).all(cells)
    });
    let table = table(heads.map(str::to_owned), rows);
    element("div").class("results").and(table)
}

/// Returns a figure that the script keeps up to date.
pub(super) fn amount(name: &str, value: f64) -> Element {
    let kind = Kind::of(name);
    with_text("output", kind.show(value))
        .with("data-value", name)
        .with("data-kind", kind.name())
}

/// Returns the inputs of the reader's own figures.
fn own(words: &Words) -> Element {
    let file = element("input")
        .with("type", "file")
        .with("accept", ".json,application/json")
        .with("multiple", "");
    let label = with_text("span", words.script.load);
    let label = element("label").and(label).and(file);
    let reset = with_text("button", words.script.reset);
    let reset = reset.with("type", "button").with("hidden", "");
    let own = element("div").class("own").with("hidden", "");
    own.and(label).and(reset)
}

/// Returns what the script needs, as JSON in a script element,
/// which `</` would end.
fn json(data: &Data, words: &Words) -> String {
    let constants = data.constants.iter();
    let constants = constants.map(|(client, named)| {
        let named = named.iter();
        let named = named.map(|(name, it)| (&**name, it.median));
        (*client, named.collect())
    });
    let sources = Client::ALL.into_iter();
    let sources = sources.map(|it| (it, times::sources(it)));
    let off = FIGURES.map(|it| data.predictions.off(it, 0.9));
    let off = off.map(|it| it.unwrap_or_default());
    let model = Model {
        lines: &data.lines,
        constants: constants.collect(),
        sources: sources.collect(),
        lesson: times::LESSON,
        off,
        units: words.units,
        figures: words.figures,
        words: &words.script,
    };
    let json = serde_json::to_string(&model);
    json.expect("numbers and names").replace('<', "\\u003c")
}
