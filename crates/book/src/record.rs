//! `record`: runs what pages show, and keeps what it printed.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};
use lesson::say;
use report::machine::{Machine, today};
use serde::Deserialize;

use crate::{
    fence::{Part, parts},
    language::Language,
    material::Material,
    problem::Problems,
    recorded::{LOOPS, OUTPUTS, Output, TRACES, file},
};

/// What a page wants to be recorded of a command.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Wanted {
    Output(String),
    /// Of threads and tasks.
    Trace(String),
    /// Of an event loop.
    Loop(String),
}

/// Runs the commands that pages name and that nothing is recorded
/// of, or those that hold one of `words`, or `all`.
///
/// # Errors
///
/// If a page or a command is not right. What was recorded before
/// that stays.
pub fn record(
    material: &Material,
    words: &[String],
    all: bool,
) -> Result<()> {
    let machine = machine(&Machine::here());
    let mut count = 0;
    for wanted in wanted(material)? {
        let command = wanted.command();
        let named = words.iter().any(|word| command.contains(word));
        let path = material.root.join(wanted.file());
        if all || named || words.is_empty() && !path.exists() {
            say!("{command}");
            wanted.record(&machine, &material.root, &path)?;
            count += 1;
        }
    }
    say!("{count} recorded; the others are as they were.");
    Ok(())
}

/// Returns how a machine is described below what it did.
pub fn machine(machine: &Machine) -> String {
    let Machine { cpu, cores, kernel, rustc, .. } = machine;
    let rustc = rustc.split(" (").next().unwrap_or(rustc);
    format!("{cpu}, {cores} cores, {kernel}, {rustc}")
}

/// Lists what the pages of both languages want.
fn wanted(material: &Material) -> Result<Vec<Wanted>> {
    #[derive(Deserialize)]
    struct OfOne {
        command: String,
    }
    #[derive(Deserialize)]
    struct OfTimeline {
        command: Vec<String>,
    }
    let mut wanted = Vec::new();
    for language in Language::ALL {
        let folder = format!("docs/{}/", language.folder());
        for (path, text) in material.tree.files(&folder, ".md") {
            let parts = parts(text, path)
                .map_err(|it| Problems(vec![it]))?;
            for part in parts {
                let Part::Fence(fence) = part else { continue };
                let at = || format!("{path}:{}", fence.line);
                match fence.kind {
                    "output" => {
                        let it: OfOne = toml::from_str(&fence.body)
                            .with_context(at)?;
                        wanted.push(Wanted::Output(it.command));
                    }
                    "timeline" => {
                        let it: OfTimeline =
                            toml::from_str(&fence.body)
                                .with_context(at)?;
                        let all = it.command.into_iter();
                        wanted.extend(all.map(Wanted::Trace));
                    }
                    "loop" => {
                        let it: OfOne = toml::from_str(&fence.body)
                            .with_context(at)?;
                        wanted.push(Wanted::Loop(it.command));
                    }
                    _ => {}
                }
            }
        }
    }
    wanted.sort();
    wanted.dedup();
    Ok(wanted)
}

impl Wanted {
    fn command(&self) -> &str {
        match self {
            Self::Output(command)
            | Self::Trace(command)
            | Self::Loop(command) => command,
        }
    }

    /// Returns the file that keeps it.
    fn file(&self) -> String {
        match self {
            Self::Output(command) => file(OUTPUTS, command, "toml"),
            Self::Trace(command) => file(TRACES, command, "json"),
            Self::Loop(command) => file(LOOPS, command, "json"),
        }
    }

    fn record(
        &self,
        machine: &str,
        root: &Path,
        path: &Path,
    ) -> Result<()> {
        let folder = path.parent().unwrap_or(root);
        fs::create_dir_all(folder)?;
        match self {
            Self::Output(command) => {
                let output = output(command, machine, root)?;
                fs::write(path, output.file()?)?;
            }
            Self::Trace(command) | Self::Loop(command) => {
                let dashes = command.contains(" -- ");
                let dashes = if dashes { "" } else { " --" };
                let trace = path.to_string_lossy();
                let traced =
                    format!("{command}{dashes} --trace {trace}");
                let output = output(&traced, machine, root)?;
                ensure!(
                    output.exit == 0,
                    "`{traced}` ended with {}",
                    output.exit
                );
            }
        }
        Ok(())
    }
}

/// Runs `command` as a reader would who keeps what it prints.
fn output(
    command: &str,
    machine: &str,
    root: &Path,
) -> Result<Output> {
    let words = command.split_whitespace().collect::<Vec<_>>();
    let [program, rest @ ..] = words.as_slice() else {
        bail!("a command is empty");
    };
    let done = Command::new(program)
        .args(rest)
        .current_dir(root)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .with_context(|| format!("`{command}` does not start"))?;
    let text = String::from_utf8(done.stdout)
        .with_context(|| format!("`{command}` printed no text"))?;
    let exit = done.status.code();
    let exit =
        exit.with_context(|| format!("`{command}` was stopped"))?;
    ensure!(!text.is_empty(), "`{command}` printed nothing");
    let (command, date) = (command.to_owned(), today());
    let machine = machine.to_owned();
    Ok(Output { command, date, machine, exit, text })
}
