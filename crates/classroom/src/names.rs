//! Exercises by their names.

use std::path::Path;

use anyhow::{Result, bail};
use course::Original;
use similar::TextDiff;

/// How many names are offered for one that there is not.
const OFFERED: usize = 5;

/// How like a name must be: 1 is the same.
const LIKE: f32 = 0.6;

/// Returns the exercise called `name`, which may be a path, as a
/// shell completes it.
///
/// # Errors
///
/// If there is none; the message offers those that are like it.
pub(crate) fn find<'a>(
    originals: &'a [Original],
    name: &str,
) -> Result<&'a Original> {
    let stem = Path::new(name).file_stem();
    let stem = stem.and_then(|it| it.to_str()).unwrap_or(name);
    if let Some(found) = originals.iter().find(|it| it.name == stem)
    {
        return Ok(found);
    }
    let near = near(originals, stem);
    if near.is_empty() {
        bail!(
            "no exercise is called '{stem}'; `l` in rustlings \
             lists them"
        );
    }
    let near = near.join(", ");
    bail!("no exercise is called '{stem}'; near it: {near}")
}

fn near<'a>(originals: &'a [Original], to: &str) -> Vec<&'a str> {
    let likeness = |name: &str| {
        if name.contains(to) {
            1.0
        } else {
            TextDiff::from_chars(to, name).ratio()
        }
    };
    let names = originals.iter().map(|it| it.name.as_str());
    let mut near: Vec<(f32, &str)> = names
        .map(|name| (likeness(name), name))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .collect();
    // A stable sort: the equally near keep the course's order.
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(OFFERED).map(|it| it.1).collect()
}
