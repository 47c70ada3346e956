//! Runs both halves, round by round.

use std::{collections::BTreeSet, path::Path, process::Command};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{
    child::{self, Ended},
    halves::{
        outcome::{Measured, NAMES, Outcome, Run},
        wanted::{Refusal, Wanted},
    },
    programs::Programs,
    rounds,
};

/// As many of its last lines tell why a half failed.
const LAST_LINES: usize = 6;

/// The flavours by which an async half calls its runtime.
const RUNTIMES: [&str; 2] = ["current-thread", "multi-thread"];

/// Runs the halves, one after another, and returns how it went. A
/// half that fails does not stop the other.
///
/// # Errors
///
/// A [`Refusal`] if a half takes what it is given for wrong usage;
/// others if it cannot be run.
pub fn measure(
    wanted: &Wanted,
    programs: &Programs,
) -> anyhow::Result<Outcome> {
    let progress = progress(2 * wanted.rounds);
    let mut halves = NAMES.map(Measured::none_yet);
    let mut runtimes = BTreeSet::new();
    for round in 0..wanted.rounds {
        for place in rounds::order(&[0, 1], round) {
            let half = &mut halves[place];
            progress.set_message(half.name);
            // Who failed once is told once.
            if half.problem.is_none() {
                let program = &wanted.halves[place];
                let ended =
                    run(wanted, programs, program, &progress)?;
                let Ended { wall, costs, .. } = ended;
                half.problem = problem(half.name, program, &ended)?;
                if half.problem.is_none() {
                    half.runs.push(Run { wall, costs });
                }
                if half.name == "async" {
                    runtimes.extend(named(&ended.stdout()?));
                }
            }
            progress.inc(1);
        }
    }
    progress.finish_and_clear();
    Ok(Outcome { wanted: wanted.clone(), halves, runtimes })
}

/// Runs one half once, in a folder of its own: what it saves there
/// is not kept.
fn run(
    wanted: &Wanted,
    programs: &Programs,
    program: &str,
    progress: &ProgressBar,
) -> anyhow::Result<Ended> {
    let folder = tempfile::tempdir()?;
    let mut command =
        command(wanted, programs, program, folder.path());
    child::run_to_end(&mut command, || progress.tick())
}

/// Returns how to run one half in `folder`.
pub(super) fn command(
    wanted: &Wanted,
    programs: &Programs,
    program: &str,
    folder: &Path,
) -> Command {
    let mut command = Command::new(programs.path(program));
    command.args(wanted.arguments()).current_dir(folder);
    command
}

/// Returns what went wrong in a run, if anything did.
pub(super) fn problem(
    name: &str,
    program: &str,
    ended: &Ended,
) -> anyhow::Result<Option<String>> {
    let usage = i32::from(lesson::exit::USAGE);
    if ended.status.success() {
        return Ok(None);
    }
    let mut lines = ended.last_lines(LAST_LINES)?;
    // Where to find more is for us to say.
    lines.retain(|line| !line.starts_with("For more"));
    let lines = lines.join("\n    ");
    if ended.status.code() == Some(usage) {
        let refusal = format!("{program} refuses:\n    {lines}");
        return Err(Refusal(refusal).into());
    }
    let lines = match lines.as_str() {
        "" => " without a word".to_owned(),
        lines => format!(", and last said:\n    {lines}"),
    };
    Ok(Some(format!("{name} failed ({}){lines}", ended.status)))
}

/// Returns the runtimes that `text` names.
fn named(text: &str) -> impl Iterator<Item = &'static str> {
    let text = text.to_lowercase();
    RUNTIMES.into_iter().filter(move |name| text.contains(name))
}

/// Returns a bar on standard error, which nobody sees where that is
/// no terminal.
fn progress(runs: u32) -> ProgressBar {
    let template = "{bar:45.cyan/dim}  run {pos} of {len}, {msg}";
    let style = ProgressStyle::with_template(template);
    let bar = ProgressBar::new(runs.into());
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
