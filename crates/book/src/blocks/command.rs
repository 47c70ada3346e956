//! The commands below a block: they must be real.

use report::html::{Element, element, with_text};

use crate::{page::Place, problem::Problem, words::Words};

/// Checks that what the commands name is there.
pub(super) fn check(
    commands: &[String],
    place: Place<'_>,
) -> Result<(), Vec<Problem>> {
    if commands.is_empty() {
        return Err(vec![
            place.problem("has no command to run it"),
        ]);
    }
    let problems = commands.iter().filter_map(|command| {
        let found = place.material.command(command);
        let why = found.err()?;
        Some(place.problem(format!("names `{command}`: {why}")))
    });
    let problems = problems.collect::<Vec<_>>();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Returns how they are shown.
pub(super) fn shown(commands: &[String], words: &Words) -> Element {
    let commands = commands.iter();
    let commands = commands.map(|it| with_text("code", it));
    element("figcaption")
        .class("run")
        .and(with_text("span", words.run))
        .all(commands)
}
