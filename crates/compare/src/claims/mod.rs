//! `--claims`: what people say about threads and tasks, whether it
//! is so, and the command that shows it.
//!
//! What is in it reads the crate `ledger`; here it is printed.

mod page;
mod wrap;

use std::{fs, io::Write};

use anyhow::Context;
use clap::ValueEnum;
use ledger::Ledger;

use crate::programs;

/// The language in which the claims are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English.
    En,
    /// Chinese.
    Zh,
}

/// Reads the ledger of the workspace.
fn read() -> anyhow::Result<Ledger> {
    let path = programs::root()?.join(ledger::FILE);
    let text = fs::read_to_string(path).with_context(|| {
        format!("{} cannot be read", ledger::FILE)
    })?;
    Ledger::parse(&text)
        .with_context(|| format!("{} is not right", ledger::FILE))
}

/// Writes the claims to `out`: for people, or as JSON.
///
/// # Errors
///
/// If there is no ledger, or `out` cannot be written.
pub fn write(
    language: Language,
    json: bool,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let ledger = read()?;
    if json {
        let text = serde_json::to_string_pretty(&ledger)?;
        writeln!(out, "{text}")?;
    } else {
        page::write(&ledger, language, out)?;
    }
    Ok(())
}
