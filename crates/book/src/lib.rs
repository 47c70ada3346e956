//! Builds the book: both halves of each lesson side by side, in
//! English and in Chinese.
//!
//! ```text
//! cargo run -p book
//! cargo run -p book -- record
//! ```
//!
//! The pages are in `docs/en` and `docs/zh`. Fences on them name
//! sources, commands and figures; what stands there in the book is
//! made of these, and whatever is missing is an error that names
//! the file and its line. mdBook makes the pages, as a library.
//!
//! # Layout
//!
//! - [`fence`], [`page`]: a page, and the fences on it
//! - `blocks`: what each kind of fence becomes
//! - [`source`], [`steps`], [`rows`], [`tokens`], [`code`]: from
//!   two files to rows of coloured words
//! - [`stepper`], [`functions`]: from the trace of an event loop
//!   to steps, and the lines that they run
//! - [`material`]: what blocks are made of; [`recorded`] and
//!   [`record`]: what commands printed, and how that is kept
//! - [`formula`]: what the calculator computes, out of its source
//! - [`site`]: both languages, one folder; [`sources`]: whole
//!   files; [`chinese`]: mdBook's words in Chinese;
//!   [`scripts`], [`squeeze`]: what a page loads, and no more
//! - [`checks`]: what must hold of the book as a whole
//! - [`language`], [`words`], [`glossary`]: in which words

mod args;
mod blocks;
mod breaks;
pub mod checks;
pub mod chinese;
pub mod code;
pub mod fence;
pub mod formula;
pub mod functions;
pub mod glossary;
mod inline;
pub mod language;
pub mod material;
pub mod page;
mod practice;
pub mod problem;
pub mod record;
pub mod recorded;
pub mod rows;
pub mod scripts;
pub mod site;
pub mod source;
pub mod sources;
pub mod squeeze;
pub mod stepper;
pub mod steps;
pub mod tokens;
pub mod words;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use lesson::{exit, say};

use args::{Args, Command, HELP, USAGE};
use material::Material;

/// Does what the command line `arguments` asks for; wrong usage
/// is told on standard error, with the usage lines.
///
/// # Errors
///
/// If the book cannot be built: all that must be mended. Then the
/// book of before is as it was.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<ExitCode> {
    let args = match Args::parse(arguments) {
        Ok(args) => args,
        Err(error) => return Ok(exit::wrong_usage(error, USAGE)),
    };
    let Args { root, command } = args;
    let material = || -> Result<Material> {
        let root = root.map_or_else(here, Ok)?;
        Material::read(&root)
    };
    match command {
        Command::Help => say!("{}", HELP.trim_end()),
        Command::Build { out } => {
            let material = material()?;
            let out = out.unwrap_or_else(|| {
                target(&material.root).join("book")
            });
            say!("{}", site::build(&material, &out)?);
            say!("Open {}", out.join("index.html").display());
        }
        Command::Record { words, all } => {
            record::record(&material()?, &words, all)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Finds the workspace: this program was built in it.
fn here() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.join("../..")
        .canonicalize()
        .context("the workspace of this program is gone")
}

/// Returns the folder of what cargo builds.
fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root.join("target"), PathBuf::from)
}
