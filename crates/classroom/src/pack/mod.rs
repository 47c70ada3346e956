//! `pack`: a stick for a room without a network.
//!
//! ```text
//! side-by-side/
//!   README.txt    five lines, in both languages
//!   course/       a clone; .vendor has all libraries, also those
//!                 of the tools, and .cargo says so to cargo
//!   tools/        the sources of rustlings and just
//!   book/         the book, as it is built
//! ```
//!
//! - `stage`: lays that out in a folder
//! - `vendor`: the libraries and the tools
//! - `archive`: makes one file of the folder
//! - `check`: unpacks one, and builds without network and cache

mod archive;
mod check;
mod stage;
mod vendor;

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Result, ensure};
use lesson::say;
use lexopt::{Arg, Error, Parser};
use tempfile::{Builder, TempDir};

use crate::{
    cargo, git,
    whole::{Place, size},
};
use stage::Stage;

/// How an archive's name ends.
const ENDING: &str = ".tar.gz";

/// What is to be packed.
#[derive(Debug)]
pub(crate) enum Options {
    /// All of it, into a file.
    Into {
        /// The file.
        file: PathBuf,
        /// Whether what stands there may go.
        force: bool,
    },
    /// All but the book, to see whether it builds.
    Check,
}

impl Options {
    /// Parses the rest of a command line; returns nothing if it
    /// asks for help.
    pub(crate) fn parse(
        parser: &mut Parser,
    ) -> Result<Option<Self>, Error> {
        let (mut file, mut force) = (None::<PathBuf>, false);
        let mut check = false;
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    return Ok(None);
                }
                Arg::Long("force") => force = true,
                Arg::Long("check") => check = true,
                Arg::Value(value) if file.is_none() => {
                    file = Some(value.into());
                }
                _ => return Err(argument.unexpected()),
            }
        }
        match file {
            None if check && !force => Ok(Some(Self::Check)),
            None => Err("which file should it be?".into()),
            Some(_) if check => {
                Err("--check writes no file".into())
            }
            Some(file) if ends_well(&file) => {
                Ok(Some(Self::Into { file, force }))
            }
            Some(_) => Err(format!(
                "it will be a {ENDING}: let its name end so"
            )
            .into()),
        }
    }
}

fn ends_well(file: &Path) -> bool {
    let name = file.file_name().and_then(OsStr::to_str);
    name.is_some_and(|name| {
        name.len() > ENDING.len() && name.ends_with(ENDING)
    })
}

/// Packs, and says what came of it.
///
/// # Errors
///
/// If the file is there already, something was changed and not
/// committed, or git or cargo fails; then there is no file, and
/// none is half there.
pub(crate) fn pack(root: &Path, options: &Options) -> Result<()> {
    let start = Instant::now();
    let (what, took) = match options {
        Options::Into { file, force } => {
            let place = Place::new(file.clone(), *force)?;
            refuse_changes(root)?;
            let folder = folder(root)?;
            let stage = Stage::lay(root, folder.path(), true)?;
            told("Packing");
            let bytes = place.fill(|file| {
                archive::write(file, folder.path(), BEST)
            })?;
            let file = file.display();
            let size = size(bytes);
            (format!("{file}: {size}, {stage}"), "Packed")
        }
        Options::Check => {
            let folder = folder(root)?;
            let stage = Stage::lay(root, folder.path(), false)?;
            check::check(folder.path(), &stage)?;
            (
                stage.to_string(),
                "Builds without network: packed and built",
            )
        }
    };
    let took_seconds = start.elapsed().as_secs();
    say!("{what}.\n{took} in {took_seconds} s.");
    Ok(())
}

/// How hard it is tried to make the file small, of 9.
const BEST: u32 = 6;

/// Returns a new folder where cargo builds: there is room.
fn folder(root: &Path) -> Result<TempDir> {
    let target = cargo::target(root)?;
    fs::create_dir_all(&target)?;
    Ok(Builder::new().prefix("pack-").tempdir_in(target)?)
}

/// A stick has what was committed: nobody should think that it has
/// more.
fn refuse_changes(root: &Path) -> Result<()> {
    let changed = git::run(
        root,
        ["status", "--porcelain", "--untracked-files=no"],
    )?;
    ensure!(
        changed.is_empty(),
        "these were changed, and not committed; commit them, or \
         `git stash` them, for what is packed is the last \
         commit:\n{changed}"
    );
    Ok(())
}

/// Says what is being done, for it takes a while.
fn told(what: &str) {
    eprintln!("{what} …");
}
