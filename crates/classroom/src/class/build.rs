//! One package of all that differs from the originals.
//!
//! All programs of all students are built at once, so cargo knows
//! best in which order, and what two have written alike only once.
//! A program is called by what is in it: what was built for the
//! last table is there still.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use course::PRACTICE;
use siphasher::sip128::SipHasher13;

use crate::{
    cargo,
    messages::{self, Said},
    process, update,
};

/// How long cargo may build: a compiler can be kept busy, too.
const LIMIT: Duration = Duration::from_secs(900);

/// The most that cargo may say, in bytes.
const MOST: usize = 64 * 1024 * 1024;

/// A program that is to be judged, by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Program {
    /// The exercise, and what is in it.
    pub(crate) name: String,
    /// Its text, with the tests that were set.
    pub(crate) text: String,
}

impl Program {
    pub(crate) fn new(exercise: &str, text: String) -> Self {
        let hash = SipHasher13::new().hash(text.as_bytes());
        let hash = hash.as_u128();
        Self { name: format!("{exercise}_{hash:032x}"), text }
    }
}

/// What cargo made of a program.
#[derive(Clone, Debug)]
pub(crate) enum Built {
    /// Its tests, as a program.
    Tests(PathBuf),
    /// The first error, and its line.
    Errors(String),
}

/// Builds the tests of all programs; those of which cargo says
/// nothing are missing in what is returned.
///
/// # Errors
///
/// If cargo cannot build any program, whoever wrote it.
pub(crate) fn all(
    root: &Path,
    programs: &BTreeSet<Program>,
) -> Result<BTreeMap<String, Built>> {
    if programs.is_empty() {
        return Ok(BTreeMap::new());
    }
    let practice = root.join(PRACTICE);
    let home = cargo::target(&practice)?.join("class");
    let package = home.join("package");
    write_package(&practice, &package, programs)
        .with_context(|| package.display().to_string())?;
    let mut command = Command::new(cargo::program());
    command
        .args(["build", "--tests", "--keep-going", "--quiet"])
        .args(["--offline", "--locked"])
        .args(["--message-format", "json"])
        .arg("--manifest-path")
        .arg(package.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(home.join("build"))
        // Where ours is configured, as by a packed copy.
        .current_dir(&practice)
        // Nobody debugs these: links faster, and takes less room.
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env("CARGO_PROFILE_DEV_STRIP", "debuginfo");
    let ended = process::run(&mut command, LIMIT, MOST)
        .context("cargo could not be started")?;
    let built = built(&ended.output);
    let is_ok = ended.status.is_none_or(|it| it.success());
    if built.is_empty() && !is_ok {
        let told = ended.output.lines();
        let told = told.filter(|line| !line.starts_with('{'));
        let told = told.collect::<Vec<_>>().join("\n");
        bail!(
            "cargo cannot build the exercises; does `cargo build \
             --offline` in {PRACTICE}?\n{told}"
        );
    }
    Ok(built)
}

/// Writes the package: our own manifest, with these programs.
fn write_package(
    practice: &Path,
    package: &Path,
    programs: &BTreeSet<Program>,
) -> Result<()> {
    let source = package.join("src");
    fs::create_dir_all(&source)?;
    let mut list = String::new();
    for Program { name, text } in programs {
        let file = source.join(name).with_extension("rs");
        // What has not changed is not built again.
        if fs::read_to_string(&file).is_ok_and(|it| it == *text) {
            continue;
        }
        fs::write(file, text)?;
    }
    for Program { name, .. } in programs {
        let line = format!(
            "  {{ name = \"{name}\", path = \"src/{name}.rs\" }},\n"
        );
        list.push_str(&line);
    }
    let manifest = practice.join("Cargo.toml");
    let manifest = fs::read_to_string(manifest)?;
    let manifest = update::with_list(&manifest, &list)?;
    fs::write(package.join("Cargo.toml"), manifest)?;
    let lock = "Cargo.lock";
    fs::copy(practice.join(lock), package.join(lock))
        .with_context(|| format!("{PRACTICE}/{lock}"))?;
    Ok(())
}

/// Reads what cargo says of each program: that it is there, or
/// its first error.
fn built(output: &str) -> BTreeMap<String, Built> {
    let mut built = BTreeMap::new();
    for (name, said) in messages::read(output) {
        match said {
            Said::Built(program) => {
                built.insert(name, Built::Tests(program));
            }
            Said::Error(error) => {
                let errors = Built::Errors(error);
                built.entry(name).or_insert(errors);
            }
            Said::Warning(_) => {}
        }
    }
    built
}
