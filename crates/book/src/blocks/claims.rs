//! Rows of the ledger of claims.

use ledger::{Claim, Verdict};
use report::html::{Element, element, with_text};
use serde::Deserialize;

use super::Filled;
use crate::{inline::inline, language::Language, page::Place};

/// The body of a `claims` fence: which rows; all if none is named.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    #[serde(default)]
    ids: Vec<String>,
}

pub(crate) fn fill(wanted: &Wanted, place: Place<'_>) -> Filled {
    let ledger = &place.material.ledger;
    let find = |id: &String| {
        let mut claims = ledger.claims.iter();
        claims.find(|it| it.id == *id).ok_or_else(|| {
            let file = ledger::FILE;
            vec![
                place
                    .problem(format!("{file} has no claim `{id}`")),
            ]
        })
    };
    let whole = wanted.ids.is_empty();
    let claims: Vec<&Claim> = if whole {
        ledger.claims.iter().collect()
    } else {
        wanted.ids.iter().map(find).collect::<Result<_, _>>()?
    };
    let language = place.language;
    let rows = claims.into_iter().map(|claim| {
        let row = row(claim, language);
        // Others link to a row where all of them stand.
        if whole { row.with("id", &claim.id) } else { row }
    });
    let taken = match language {
        Language::English => &ledger.taken_en,
        Language::Chinese => &ledger.taken_zh,
    };
    let taken = with_text("p", taken).class("quiet");
    let rows = element("div").class("claims").all(rows);
    Ok(vec![rows.and(taken)])
}

/// Returns one claim: what is said, the verdict, what shows it,
/// and how to see it.
fn row(claim: &Claim, language: Language) -> Element {
    let (said, shown) = match language {
        Language::English => (&claim.en, &claim.shown_en),
        Language::Chinese => (&claim.zh, &claim.shown_zh),
    };
    let [so, half, not] = language.words().verdicts;
    let (class, verdict) = match claim.verdict {
        Verdict::True => ("so", so),
        Verdict::HalfTrue => ("half", half),
        Verdict::False => ("not", not),
    };
    let verdict = with_text("b", verdict);
    let verdict = verdict.class(format!("verdict {class}"));
    let said = inline("strong", "code", said);
    let said = element("p").and(verdict).text(" ").and(said);
    let commands = claim.commands.iter();
    let commands = commands.map(|it| with_text("code", it));
    element("section")
        .class("claim")
        .and(said)
        .and(inline("p", "code", &ranges(shown)))
        .and(element("p").class("run").all(commands))
}

/// Returns `text` with its ranges of numbers as the charts write
/// them, which no line end may tear.
fn ranges(text: &str) -> String {
    let is_digit =
        |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
    let mut parts = text.split('-');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let before = out.chars().next_back();
        let is_range =
            is_digit(before) && is_digit(part.chars().next());
        out += if is_range { "\u{2060}–\u{2060}" } else { "-" };
        out += part;
    }
    out
}
