//! The calculator: what N requests cost, one by one, by threads
//! and by tasks, and how far such a prediction is off.
//!
//! ```text
//! cargo run --release --bin calculator -- record
//! ```
//!
//! measures the constants, then predicts six cases and runs them.
//! The page of the book that shows it is `calculator.md`; it
//! computes by the lines of [`model`], which it takes from there.
//!
//! # Layout
//!
//! - [`model`]: the formula
//! - [`client`]: which programs the constants are of
//! - [`times`]: constants that come out of `just bench`
//! - [`constants`]: constants that come out of runs of `compare`
//! - [`predictions`]: predicted, measured, and the error
//! - [`recorded`]: the files of the last two

mod args;
pub mod client;
mod compare;
pub mod constants;
pub mod model;
pub mod predictions;
pub mod recorded;
mod table;
pub mod times;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use lesson::{exit, say};
use report::figures::{self, Figures};

use args::{Args, Command, HELP, USAGE};
use compare::Compare;
use recorded::Recorded;

/// The reference machine's figures, in the workspace.
pub const REFERENCE: &str = "docs/bench/reference.json";

/// Does what the command line `arguments` asks for; wrong usage
/// is told on standard error, with the usage line.
///
/// # Errors
///
/// If something cannot be measured, read or written.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<ExitCode> {
    let args = match Args::parse(arguments) {
        Ok(args) => args,
        Err(error) => return Ok(exit::wrong_usage(error, USAGE)),
    };
    let Args { command, dir, compare } = args;
    let compare = Compare { program: compare };
    let place = Place { root: root(), dir };
    if command == Command::Help {
        say!("{}", HELP.trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    if command != Command::Predict {
        let file = place.file(constants::FILE);
        constants::measure(&compare)?.write(&file)?;
        say!("The constants: {}", file.display());
    }
    if command != Command::Constants {
        let constants =
            Recorded::read(&place.file(constants::FILE))?;
        let figures = place.figures()?;
        let predictions =
            predictions::measure(&compare, &figures, &constants)?;
        for line in table::lines(&predictions) {
            say!("{line}");
        }
        let file = place.file(predictions::FILE);
        predictions.write(&file)?;
        say!("The predictions: {}", file.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns the folder of the workspace.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Where the files are.
struct Place {
    root: PathBuf,
    dir: Option<PathBuf>,
}

impl Place {
    /// Returns where `file` is, which by default is below the root.
    fn file(&self, file: &str) -> PathBuf {
        let name = Path::new(file).file_name().unwrap_or_default();
        match &self.dir {
            Some(dir) => dir.join(name),
            None => self.root.join(file),
        }
    }

    /// Reads the figures that the times are taken from.
    fn figures(&self) -> Result<Figures> {
        let own = self.dir.as_ref();
        let own = own.map(|dir| dir.join("figures.json"));
        let own =
            own.map(|file| figures::read(&file)).transpose()?;
        if let Some(figures) = own.flatten() {
            return Ok(figures);
        }
        let file = self.root.join(REFERENCE);
        let missing = format!("{} is not there", file.display());
        figures::read(&file)?.context(missing)
    }
}
