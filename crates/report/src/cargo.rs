//! What cargo knows and builds.

use std::{
    env,
    ffi::OsString,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, ensure};
use serde_json::Value;

/// The workspace around us.
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) target: PathBuf,
    /// The benches, by their files' names.
    pub(crate) benches: Vec<String>,
}

/// A bench that is built.
pub(crate) struct Program {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    /// Where cargo would run it.
    pub(crate) folder: PathBuf,
}

const NO_CARGO: &str = "cargo could not be run";

impl Workspace {
    /// Asks cargo.
    ///
    /// # Errors
    ///
    /// If cargo cannot be run, or does not know.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let output = cargo()
            .args(["metadata", "--no-deps"])
            .args(["--format-version", "1"])
            .output()
            .context(NO_CARGO)?;
        ensure!(
            output.status.success(),
            "cargo does not describe the workspace: {}",
            String::from_utf8_lossy(&output.stderr).trim(),
        );
        let metadata: Value =
            serde_json::from_slice(&output.stdout)?;
        let folder = |name: &str| {
            let folder = metadata[name].as_str().map(PathBuf::from);
            folder.with_context(|| format!("cargo tells no {name}"))
        };
        let packages = metadata["packages"].as_array();
        let targets = packages.into_iter().flatten();
        let targets = targets
            .filter_map(|package| package["targets"].as_array())
            .flatten()
            .filter(|target| is_bench(target))
            .filter_map(|target| target["name"].as_str());
        let mut benches =
            targets.map(str::to_owned).collect::<Vec<_>>();
        benches.sort();
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
            benches,
        })
    }

    /// Builds the benches of these names.
    ///
    /// # Errors
    ///
    /// If one does not build; cargo has said why.
    pub(crate) fn build(
        &self,
        names: &[&str],
    ) -> anyhow::Result<Vec<Program>> {
        let output = cargo()
            .current_dir(&self.root)
            // Without `-p`, which would build the libraries
            // again, with other features.
            .args(["bench", "--no-run"])
            .arg("--message-format=json-render-diagnostics")
            .args(names.iter().flat_map(|it| ["--bench", it]))
            .stderr(Stdio::inherit())
            .output()
            .context(NO_CARGO)?;
        ensure!(
            output.status.success(),
            "the benches were not built"
        );
        let messages = String::from_utf8_lossy(&output.stdout);
        let programs = messages
            .lines()
            .filter_map(|line| {
                let it: Value = serde_json::from_str(line).ok()?;
                program(&it)
            })
            .collect::<Vec<_>>();
        ensure!(
            programs.len() == names.len(),
            "cargo built {} of {} benches",
            programs.len(),
            names.len(),
        );
        Ok(programs)
    }
}

/// Returns the bench that a message of cargo's is about.
fn program(message: &Value) -> Option<Program> {
    let target = &message["target"];
    let path = message["executable"].as_str()?;
    let manifest = message["manifest_path"].as_str()?;
    let folder = PathBuf::from(manifest).parent()?.to_owned();
    is_bench(target).then_some(Program {
        name: target["name"].as_str()?.to_owned(),
        path: path.into(),
        folder,
    })
}

fn is_bench(target: &Value) -> bool {
    let kinds = target["kind"].as_array();
    kinds.into_iter().flatten().any(|kind| kind == "bench")
}

/// Returns the cargo to run: the one that runs us, if one does.
fn cargo() -> Command {
    let cargo = env::var_os("CARGO");
    Command::new(cargo.unwrap_or_else(|| OsString::from("cargo")))
}
