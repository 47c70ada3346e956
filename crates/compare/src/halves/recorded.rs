//! Who ran and who waited: each half once more, recorded.
//!
//! Runs of their own, so that recording costs the figures nothing.

use std::{fs, path::Path};

use anyhow::Error;
use timeline::{Timeline, options, svg::Panel, trace};

use crate::{
    child,
    halves::{
        measure::{command, problem},
        outcome::NAMES,
        wanted::{Refusal, Wanted},
    },
    programs::Programs,
};

/// Runs each half once, and returns what it recorded.
///
/// # Errors
///
/// A [`Refusal`] if it marks no threads or tasks; others if it
/// fails.
pub fn record(
    wanted: &Wanted,
    programs: &Programs,
) -> anyhow::Result<[Timeline; 2]> {
    let [thread, r#async] = [0, 1].map(|place| {
        let program = &wanted.halves[place];
        let folder = tempfile::tempdir()?;
        let mut command =
            command(wanted, programs, program, folder.path());
        let file = folder.path().join("trace.json");
        command.arg("--trace").arg(&file);
        let ended = child::run_to_end(&mut command, || {})?;
        let problem = problem(NAMES[place], program, &ended);
        match problem.map_err(|error| unmarked(wanted, error))? {
            None => trace::read(&fs::read_to_string(file)?),
            Some(problem) => Err(Refusal(problem).into()),
        }
    });
    Ok([thread?, r#async?])
}

/// Says that `--trace` may be what a half refuses.
fn unmarked(wanted: &Wanted, error: Error) -> Error {
    if !error.is::<Refusal>() {
        return error;
    }
    let lesson = &wanted.lesson;
    Refusal(format!(
        "there is no timeline of {lesson}, unless its halves take \
         --trace: {error}"
    ))
    .into()
}

/// Draws what was recorded, one half above the other, on one axis
/// of time, where `path` says.
///
/// # Errors
///
/// If `path` cannot be written.
pub fn draw(
    wanted: &Wanted,
    timelines: &[Timeline; 2],
    path: &Path,
) -> anyhow::Result<()> {
    let panels = NAMES.iter().zip(timelines);
    let panels = panels
        .map(|(heading, timeline)| Panel { heading, timeline });
    let panels = panels.collect::<Vec<_>>();
    options::show(path, &wanted.lesson, &panels)
}
