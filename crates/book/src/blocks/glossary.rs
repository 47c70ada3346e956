//! The terms of both languages, as a table.

use report::html::{Element, element, with_text};
use serde::Deserialize;

use super::Filled;
use crate::{
    glossary::Term, inline::inline, language::Language, page::Place,
};

/// The body of a `glossary` fence: empty.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {}

pub(crate) fn fill(_: &Wanted, place: Place<'_>) -> Filled {
    let glossary = &place.material.glossary;
    if glossary.terms.is_empty() {
        let file = crate::glossary::FILE;
        let what = format!("{file} has no terms");
        return Err(vec![place.problem(what)]);
    }
    let language = place.language;
    let heads = language
        .words()
        .glossary
        .map(|head| with_text("th", head).with("scope", "col"));
    let rows = glossary.terms.iter().map(|it| row(it, language));
    let head = element("thead").and(element("tr").all(heads));
    let table = element("table").and(head);
    let table = table.and(element("tbody").all(rows));
    let sources =
        glossary.sources.iter().map(|(letter, source)| {
            let item = match language {
                Language::English => {
                    format!("{letter}: {}", source.en)
                }
                Language::Chinese => {
                    format!("{letter}：{}", source.zh)
                }
            };
            with_text("li", item)
        });
    let sources = element("ul").class("quiet").all(sources);
    let table = element("div").class("table-wrapper").and(table);
    Ok(vec![table, sources])
}

fn row(term: &Term, language: Language) -> Element {
    let Term { en, zh, sources, .. } = term;
    let english = with_text("td", en).with("lang", "en");
    let chinese = with_text("td", zh).with("lang", "zh-CN");
    let note = inline("td", "code", term.note(language));
    let sources = with_text("td", sources.join(" "));
    let row = element("tr").and(english).and(chinese);
    row.and(note).and(sources)
}
