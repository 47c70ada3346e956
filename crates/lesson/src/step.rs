//! The steps of a lesson.

use std::fmt;

/// One program of a lesson; the first of a lesson's steps is what
/// its binaries run by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What follows `--step`.
    pub name: &'static str,
    /// What it shows, in a line.
    pub about: &'static str,
}

/// No step of the lesson has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownStep {
    asked: String,
    known: Vec<&'static str>,
}

impl fmt::Display for UnknownStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.known.join(", ");
        write!(f, "no step '{}'; there are: {known}", self.asked)
    }
}

impl std::error::Error for UnknownStep {}

/// Finds the step called `name`.
///
/// # Errors
///
/// If there is none; the error lists those that there are.
pub fn find(
    steps: &[Step],
    name: &str,
) -> Result<Step, UnknownStep> {
    steps.iter().copied().find(|step| step.name == name).ok_or_else(
        || UnknownStep {
            asked: name.to_owned(),
            known: steps.iter().map(|step| step.name).collect(),
        },
    )
}

/// Returns what a run of `program` is called, of whose `steps` it
/// runs `step`: as it would be asked for.
pub fn title(program: &str, steps: &[Step], step: Step) -> String {
    if step == steps[0] {
        program.to_owned()
    } else {
        format!("{program} --step {}", step.name)
    }
}

/// Returns the part of a help text that lists `steps`, a line
/// each.
pub fn help(steps: &[Step]) -> String {
    let width = steps.iter().map(|step| step.name.len()).max();
    let width = width.unwrap_or(0);
    let lines = steps.iter().enumerate().map(|(number, step)| {
        let default = if number == 0 { " [default]" } else { "" };
        let Step { name, about } = step;
        format!("  {name:width$}  {about}{default}\n")
    });
    format!("Steps:\n{}", lines.collect::<String>())
}
