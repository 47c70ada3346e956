//! What commands printed: `docs/output`, a file for each.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use tidy::Tree;

/// The folder of outputs, from the root of the workspace.
pub const OUTPUTS: &str = "docs/output";

/// The folder of what was recorded of threads and tasks.
pub const TRACES: &str = "docs/timeline";

/// The folder of what event loops recorded of themselves.
pub const LOOPS: &str = "docs/loop";

/// What a command printed, when it was last recorded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// The command.
    pub command: String,
    /// The day in UTC, as `2026-11-05`.
    pub date: String,
    /// The processor, its cores, the kernel, the compiler.
    pub machine: String,
    /// Its exit code.
    pub exit: i32,
    /// What it wrote to standard output.
    pub text: String,
}

impl Output {
    /// Reads all outputs, by their commands.
    ///
    /// # Errors
    ///
    /// If a file is not as [`Output::file`] writes it, or bears
    /// the name of another command.
    pub fn all(tree: &Tree) -> Result<BTreeMap<String, Self>> {
        let files = tree.files(OUTPUTS, ".toml");
        let outputs = files.map(|(path, text)| {
            let output: Self = toml::from_str(text)
                .with_context(|| format!("{path} is no output"))?;
            let name = file(OUTPUTS, &output.command, "toml");
            ensure!(
                name == path,
                "{path} is the output of `{}`: it should be \
                 {name}",
                output.command
            );
            Ok((output.command.clone(), output))
        });
        outputs.collect()
    }

    /// Returns the text of its file.
    ///
    /// # Errors
    ///
    /// If it printed what the file cannot hold.
    pub fn file(&self) -> Result<String> {
        let Self { command, date, machine, exit, text } = self;
        ensure!(
            !text.contains("'''") && text.ends_with('\n'),
            "`{command}` printed three quotes, or no last line end"
        );
        Ok(format!(
            "command = '{command}'\ndate = \"{date}\"\nmachine = \
             '{machine}'\nexit = {exit}\ntext = '''\n{text}'''\n"
        ))
    }

    /// Returns its lines from `first` to `last`, counted from 1.
    pub fn lines(&self, first: usize, last: usize) -> Vec<&str> {
        let lines = self.text.lines().skip(first.saturating_sub(1));
        let count = (last + 1).saturating_sub(first);
        lines.take(count).map(str::trim_end).collect()
    }
}

/// Returns the file in which `folder` keeps what is recorded of
/// `command`.
pub fn file(folder: &str, command: &str, end: &str) -> String {
    let words = command.split(|it: char| {
        !it.is_ascii_alphanumeric() && it != '_' && it != '.'
    });
    let words = words
        .filter(|word| !["", "cargo", "run", "bin"].contains(word));
    let name = words.collect::<Vec<_>>().join("-");
    format!("{folder}/{name}.{end}")
}

/// Returns what `folder` keeps of `command`, and the file's path
/// from the workspace `root`.
///
/// # Errors
///
/// If that is not there: says how to record it.
pub fn read(
    root: &Path,
    folder: &str,
    command: &str,
) -> Result<(String, String), String> {
    let file = file(folder, command, "json");
    match fs::read_to_string(root.join(&file)) {
        Ok(text) => Ok((text, file)),
        Err(error) => Err(format!(
            "{file}: {error}; `cargo run -p book -- record` \
             records `{command}`"
        )),
    }
}
