//! The exercises of a lesson.

use report::html::with_text;
use serde::Deserialize;

use super::Filled;
use crate::page::Place;

/// The body of an `exercises` fence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    lesson: String,
}

pub(crate) fn fill(wanted: &Wanted, place: Place<'_>) -> Filled {
    let Wanted { lesson } = wanted;
    let manifest = format!("crates/{lesson}/Cargo.toml");
    if place.material.source(&manifest).is_none() {
        let what = format!("there is no lesson {lesson}");
        return Err(vec![place.problem(what)]);
    }
    let words = place.language.words();
    Ok(vec![with_text("p", words.no_exercises).class("quiet")])
}
