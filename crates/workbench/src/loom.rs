//! `loom`: the models of all crates that have any.
//!
//! A crate that writes a primitive of its own has a feature `loom`
//! and a test `loom`, which runs it in every order in which its
//! threads can meet. Which crates those are, cargo is asked.

use std::{
    env,
    ffi::OsString,
    path::Path,
    process::{Command, ExitCode},
};

use anyhow::{Context, ensure};
use lesson::{exit, say};
use serde_json::Value;

/// What a crate with models calls its feature and its test.
const NAME: &str = "loom";

/// Runs the models of the workspace `root`, and tells which crates
/// have a model that fails.
///
/// # Errors
///
/// If cargo cannot be run, or does not list the crates.
pub(crate) fn check(root: &Path) -> anyhow::Result<ExitCode> {
    let crates = crates(root)?;
    if crates.is_empty() {
        say!("No crate has a feature `{NAME}`: nothing to check.");
        return Ok(ExitCode::SUCCESS);
    }
    let mut failed = Vec::new();
    for package in &crates {
        let arguments = [
            "test",
            "-p",
            package,
            "--features",
            NAME,
            "--test",
            NAME,
        ];
        say!("\n$ cargo {}", arguments.join(" "));
        let mut cargo = Command::new(cargo());
        let cargo = cargo.current_dir(root).args(arguments);
        let status = cargo.status().context(NO_CARGO)?;
        if !status.success() {
            failed.push(package.as_str());
        }
    }
    if failed.is_empty() {
        say!("The models hold: {}.", crates.join(", "));
        return Ok(ExitCode::SUCCESS);
    }
    say!("A model fails, or does not run: {}.", failed.join(", "));
    Ok(ExitCode::from(exit::SOME_FAILED))
}

const NO_CARGO: &str = "cargo could not be run";

/// Lists the crates of the workspace that have models.
fn crates(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut cargo = Command::new(cargo());
    let output = cargo
        .current_dir(root)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()
        .context(NO_CARGO)?;
    ensure!(
        output.status.success(),
        "cargo does not list the crates: {}",
        String::from_utf8_lossy(&output.stderr).trim(),
    );
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array();
    let packages = packages.into_iter().flatten();
    let mut crates = packages
        .filter(|it| it["features"].get(NAME).is_some())
        .filter_map(|it| it["name"].as_str().map(str::to_owned))
        .collect::<Vec<_>>();
    crates.sort();
    Ok(crates)
}

/// Returns the cargo to run: the one that runs us, if one does.
fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
