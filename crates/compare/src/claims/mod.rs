//! `--claims`: what people say about threads and tasks, whether it
//! is so, and the command that shows it.
//!
//! The ledger is `docs/claims.toml`; `tidy` checks that what its
//! commands name is there.

mod page;
mod wrap;

use std::{fs, io::Write};

use anyhow::Context;
use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use crate::programs;

const LEDGER: &str = "docs/claims.toml";

/// The language in which the claims are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English.
    En,
    /// Chinese.
    Zh,
}

/// Whether a claim is so.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize,
)]
pub enum Verdict {
    /// As it is said.
    #[serde(rename = "true")]
    True,
    /// Under a condition that is seldom said with it.
    #[serde(rename = "half true")]
    HalfTrue,
    /// Not so.
    #[serde(rename = "false")]
    False,
}

/// One claim.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// A short name that stays.
    pub id: String,
    /// Whether it is so.
    pub verdict: Verdict,
    /// The claim in English.
    pub en: String,
    /// The claim in Chinese.
    pub zh: String,
    /// The figure or the test that says so, in English.
    pub shown_en: String,
    /// The figure or the test that says so, in Chinese.
    pub shown_zh: String,
    /// What reproduces that.
    pub commands: Vec<String>,
}

/// All claims.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// Where and when its figures were taken, in English.
    pub taken_en: String,
    /// The same in Chinese.
    pub taken_zh: String,
    /// The claims, in the order in which they are told.
    #[serde(rename = "claim")]
    pub claims: Vec<Claim>,
}

impl Ledger {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// If it is not there, or not as it should be.
    pub fn read() -> anyhow::Result<Self> {
        let path = programs::root()?.join(LEDGER);
        let text = fs::read_to_string(path)
            .with_context(|| format!("{LEDGER} cannot be read"))?;
        toml::from_str(&text)
            .with_context(|| format!("{LEDGER} is not right"))
    }
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
    let ledger = Ledger::read()?;
    if json {
        let text = serde_json::to_string_pretty(&ledger)?;
        writeln!(out, "{text}")?;
    } else {
        page::write(&ledger, language, out)?;
    }
    Ok(())
}
