//! The times among the constants: out of the figures of a machine.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use report::{figures::Figures, id::Id, spread::Spread};
use serde::Serialize;

use crate::{
    client::{Client, Way},
    model::Times,
};

/// The bench that they come from.
pub const LESSON: &str = "download";

/// Downloads in a run of the bench, where it is not these that
/// grow.
const COUNT: f64 = 194.0;

/// How a constant comes out of the figures: one time, or what a
/// second one is longer, over a number.
///
/// The page does the same with the figures of its reader.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// The constant.
    pub name: &'static str,
    /// The time.
    pub time: Id,
    /// What is taken off.
    pub less: Option<Id>,
    /// In how many parts the rest goes.
    pub parts: f64,
}

/// Returns where the times of `client` come from.
pub fn sources(client: Client) -> [Source; 5] {
    let id = |panel: &str, point: &str, way| Id {
        panel: panel.to_owned(),
        point: point.to_owned(),
        name: client.version(way).to_owned(),
    };
    let pace = |name, way| Source {
        name,
        time: id("growth", "2000", way),
        less: Some(id("growth", "200", way)),
        parts: 1800.0,
    };
    let start = |name, way| Source {
        name,
        time: id("delay 0 ms", "194", way),
        less: Some(id("delay 0 ms", "20", way)),
        parts: 174.0,
    };
    let trip = Source {
        name: "trip",
        time: id("delay 0 ms", "1", Way::Sequential),
        less: None,
        parts: COUNT,
    };
    [
        trip,
        pace("pace_thread", Way::Thread),
        pace("pace_task", Way::Task),
        start("start_thread", Way::Thread),
        start("start_task", Way::Task),
    ]
}

/// The constants by their names, each with its spread.
pub type Named = BTreeMap<String, Spread>;

/// Returns the times of `client` in seconds, with their spread: as
/// far as both times that they come from spread.
///
/// # Errors
///
/// If `figures` lack one.
pub fn spreads(figures: &Figures, client: Client) -> Result<Named> {
    let lesson = figures.lessons.get(LESSON);
    let lesson = lesson.with_context(|| {
        format!("nothing was measured of {LESSON}: `just bench`")
    })?;
    let time = |id: &Id| {
        let row = lesson.time(id).with_context(|| {
            let Id { panel, point, name } = id;
            format!("{LESSON} has no {panel}, {point}, {name}")
        });
        Ok::<_, anyhow::Error>(row?.spread)
    };
    let spreads = sources(client).into_iter().map(|source| {
        let all = time(&source.time)?;
        let less = source.less.as_ref().map(time).transpose()?;
        let less = less.unwrap_or(Spread {
            median: 0.0,
            low: 0.0,
            high: 0.0,
            runs: all.runs,
        });
        let parts = source.parts * 1e9;
        let spread = Spread {
            median: ((all.median - less.median) / parts).max(0.0),
            low: ((all.low - less.high) / parts).max(0.0),
            high: ((all.high - less.low) / parts).max(0.0),
            runs: all.runs,
        };
        Ok((source.name.to_owned(), spread))
    });
    spreads.collect()
}

/// Returns the times of `client`.
///
/// # Errors
///
/// If `figures` lack one.
pub fn times(figures: &Figures, client: Client) -> Result<Times> {
    typed(&spreads(figures, client)?)
}

/// Makes constants of their medians.
pub(crate) fn typed<T: serde::de::DeserializeOwned>(
    named: &Named,
) -> Result<T> {
    let medians = named.iter().map(|(name, spread)| {
        (name.clone(), serde_json::Value::from(spread.median))
    });
    let medians = medians.collect::<serde_json::Map<_, _>>();
    Ok(serde_json::from_value(medians.into())?)
}
