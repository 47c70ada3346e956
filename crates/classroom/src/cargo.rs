//! Calling cargo.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// Returns the cargo that has started us, or else that in `PATH`.
pub(crate) fn program() -> PathBuf {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into()).into()
}

/// Runs `command`, a call of cargo, and returns what it prints.
///
/// # Errors
///
/// If it fails; the message is its own.
pub(crate) fn run(command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .context("cargo could not be started")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "cargo: {}", said.trim());
    Ok(output.stdout)
}

/// Returns the folder into which cargo builds the package in
/// `folder`.
///
/// # Errors
///
/// If cargo cannot read its manifest.
pub(crate) fn target(folder: &Path) -> Result<PathBuf> {
    #[derive(Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let mut cargo = Command::new(program());
    cargo
        .args(["metadata", "--quiet", "--offline", "--no-deps"])
        .args(["--format-version", "1"])
        .current_dir(folder);
    let data: Metadata = serde_json::from_slice(&run(&mut cargo)?)?;
    Ok(data.target_directory)
}
