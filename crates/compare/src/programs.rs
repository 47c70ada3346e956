//! The programs that are run: built by cargo, or found.

use std::{
    collections::BTreeMap,
    env::{self, consts::EXE_SUFFIX},
    ffi::OsString,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use anyhow::{Context, bail, ensure};
use serde::Deserialize;

/// Where the programs are, by their names.
#[derive(Clone, Debug)]
pub struct Programs(BTreeMap<String, PathBuf>);

impl Programs {
    /// Has cargo build the programs called `names`, in the profile
    /// in which this program itself was built.
    ///
    /// # Errors
    ///
    /// If cargo cannot be run, or cannot build them.
    pub fn build(names: &[&str]) -> anyhow::Result<Self> {
        let root = root()?;
        let mut cargo = Command::new(cargo());
        cargo
            .current_dir(&root)
            .arg("build")
            .arg("--message-format=json-render-diagnostics")
            .args(["--profile", &profile()?])
            .args(names.iter().flat_map(|name| ["--bin", name]))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut build =
            cargo.spawn().context("cargo could not be run")?;
        // A pipe that nobody empties would stop it, so each of
        // the two has a reader of its own.
        let (stdout, stderr) =
            build.stdout.take().zip(build.stderr.take()).context(
                "what cargo says about the build cannot be read",
            )?;
        let told = thread::spawn(move || tell(stderr));
        let built = executables(stdout);
        let status = build.wait()?;
        // The thread ends with cargo's output, and has no result.
        let _ = told.join();
        ensure!(
            status.success(),
            "cargo could not build the programs (see above)",
        );
        let programs = Self(built?);
        for name in names {
            ensure!(
                programs.0.contains_key(*name),
                "cargo built no program called {name}",
            );
        }
        Ok(programs)
    }

    /// Finds the programs called `names` in the folder `folder`.
    ///
    /// # Errors
    ///
    /// If one of them is not there.
    pub fn find(
        folder: &Path,
        names: &[&str],
    ) -> anyhow::Result<Self> {
        let mut found = BTreeMap::new();
        for name in names {
            let path = folder.join(format!("{name}{EXE_SUFFIX}"));
            ensure!(
                path.is_file(),
                "there is no program {name} in {}",
                folder.display(),
            );
            // A path without a folder would be looked up in PATH.
            let path = path.canonicalize()?;
            found.insert((*name).to_owned(), path);
        }
        Ok(Self(found))
    }

    /// Returns the path of the program called `name`.
    ///
    /// # Panics
    ///
    /// If it was neither built nor found.
    pub fn path(&self, name: &str) -> &Path {
        &self.0[name]
    }
}

/// Returns the folder of the workspace.
///
/// # Errors
///
/// If it is no longer where this program was built.
pub fn root() -> anyhow::Result<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .filter(|_| env::var("CARGO_PKG_NAME").is_ok_and(is_us))
        .unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&package).join("../..");
    root.canonicalize().with_context(|| {
        format!(
            "the sources are no longer at {}; start this program \
             with cargo run",
            root.display(),
        )
    })
}

fn is_us(package: String) -> bool {
    package == env!("CARGO_PKG_NAME")
}

/// Returns the cargo to run: the one that runs us, if one does.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Returns the profile that we were built in: what its folder is
/// called, except that the profile `dev` goes to `debug`.
fn profile() -> anyhow::Result<String> {
    let program = env::current_exe()?;
    let folder = program.parent().and_then(Path::file_name);
    match folder.and_then(|name| name.to_str()) {
        Some("debug") => Ok("dev".to_owned()),
        Some(name) => Ok(name.to_owned()),
        None => bail!(
            "{} is in no folder of a build; name the programs' \
             folder with --bin-dir",
            program.display(),
        ),
    }
}

/// Passes on what cargo says, if it has anything to do.
fn tell(cargo: impl io::Read) {
    let mut first = true;
    for line in BufReader::new(cargo).lines().map_while(Result::ok)
    {
        if line.trim_start().starts_with("Finished") {
            continue;
        }
        if first && line.trim_start().starts_with("Compiling") {
            eprintln!("Building the programs to compare:");
            first = false;
        }
        eprintln!("{line}");
    }
}

/// One of cargo's messages; we read those that name a program.
#[derive(Deserialize)]
struct Message {
    executable: Option<PathBuf>,
    target: Option<Target>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

fn executables(
    cargo: impl io::Read,
) -> anyhow::Result<BTreeMap<String, PathBuf>> {
    let mut built = BTreeMap::new();
    for line in BufReader::new(cargo).lines() {
        let message: Message = serde_json::from_str(&line?)
            .context("cargo's messages cannot be read")?;
        if let Some((path, target)) =
            message.executable.zip(message.target)
        {
            built.insert(target.name, path);
        }
    }
    Ok(built)
}
